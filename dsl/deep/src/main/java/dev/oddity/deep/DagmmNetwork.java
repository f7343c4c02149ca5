package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Optional;

/**
 * z(x) = [f(x), ‖x − x̂‖/‖x‖, cos(x, x̂)] with x̂ = g(f(x)), γ(z) by the estimation network, and the mixture that z and γ
 * make: the batch's in training, afterwards that of all training rows.
 *
 * @param shares place of φ among the measured, {@code means} and {@code covariances} likewise
 */
record DagmmNetwork(
        Layout layout,
        Layer encoder,
        Layer decoder,
        Layer estimation,
        int components,
        int dimensions,
        double energyWeight,
        double flatnessWeight,
        double regularisation,
        int shares,
        int means,
        int covariances)
        implements Network {

    /** Lengths below this count as this. */
    private static final double SHORT = 1e-6;

    private static final int[] WIDTH = {1};

    static DagmmNetwork of(Parameters parameters, int columns) {
        return of(parameters, new long[] {columns});
    }

    /** @param row the shape of one */
    static DagmmNetwork of(Parameters parameters, long[] row) {
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters, layout);
        networks.refuseIdle(List.of("encoder", "decoder"), "hidden", "activation");
        int columns = Widths.of(row);
        DenseBlock compression = new DenseBlock(Activation.named(parameters.text("activation")), false, 0);
        DenseBlock estimating = new DenseBlock(Activation.TANH, false, parameters.real("dropout"));
        int[] hidden = parameters.integers("hidden");
        int components = parameters.integer("k");
        int[] down = Widths.of(columns, hidden);
        Subnetwork.Code code = networks.code(
                "encoder",
                row,
                Limits.NONE,
                () -> compression
                        .stack(layout, "encoder", down)
                        .then(Linear.in(layout, "encoder.out", down[down.length - 1], parameters.integer("latent"))));
        int dimensions = code.width() + 2;
        int[] up = Widths.of(code.width(), Widths.reversed(hidden));
        Layer decoder = networks.to(
                "decoder",
                new long[] {code.width()},
                row,
                () -> compression
                        .stack(layout, "decoder", up)
                        .then(Linear.in(layout, "decoder.out", up[up.length - 1], columns)));
        int[] across = Widths.of(dimensions, parameters.integers("estimation"));
        Layer estimation = estimating
                .stack(layout, "estimation", across)
                .then(Linear.in(layout, "estimation.out", across[across.length - 1], components))
                .then((rows, pass) -> rows.softmax(1));
        return new DagmmNetwork(
                layout,
                code.layer(),
                decoder,
                estimation,
                components,
                dimensions,
                parameters.real("energyWeight"),
                parameters.real("flatnessWeight"),
                parameters.real("regularisation"),
                layout.measured("mixture.shares", 1.0 / components, components),
                layout.measured("mixture.means", 0, components, dimensions),
                layout.measured("mixture.covariances", 0, components, dimensions, dimensions));
    }

    /** What the compression network makes of rows. */
    private record Compressed(NDArray code, NDArray rebuilt) {}

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective("loss", 0, 1, this::loss));
    }

    private NDArray loss(Batch batch, Pass pass) {
        Compressed compressed = compress(batch.rows(), pass);
        NDArray z = features(batch.rows(), compressed, pass);
        Mixture mixture = Mixture.of(z, estimation.forward(z, pass), regularisation, pass);
        return compressed
                .rebuilt()
                .sub(batch.rows())
                .square()
                .sum(WIDTH)
                .mean()
                .add(mixture.energy(z, pass).mean().mul(pass.number(energyWeight)))
                .add(mixture.flatness(pass).mul(pass.number(flatnessWeight)));
    }

    @Override
    public void conclude(Rows train, Weights weights) {
        MixtureMoments moments = new MixtureMoments(components, dimensions);
        train.inBlocks(block(), (manager, batch) -> {
            Pass pass = weights.pass(manager, false);
            NDArray z = features(batch.rows(), pass);
            moments.add(z.toFloatArray(), estimation.forward(z, pass).toFloatArray());
        });
        weights.measure(shares, moments.shares());
        weights.measure(means, moments.means());
        weights.measure(covariances, moments.covariances(regularisation));
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        Compressed compressed = compress(rows, pass);
        if (score instanceof Score.ReconstructionError) {
            return length(compressed.rebuilt().sub(rows));
        }
        Mixture mixture = new Mixture(pass.measured(shares), pass.measured(means), pass.measured(covariances));
        return mixture.energy(features(rows, compressed, pass), pass);
    }

    /** The model's own score is another. */
    @Override
    public boolean lengthOfResidual(Score score) {
        return score instanceof Score.ReconstructionError;
    }

    @Override
    public Optional<NDArray> reconstruction(NDArray rows, Pass pass) {
        return Optional.of(compress(rows, pass).rebuilt());
    }

    /** z: where the mixture lives. */
    @Override
    public Optional<NDArray> latent(NDArray rows, Pass pass) {
        return Optional.of(features(rows, pass));
    }

    private Compressed compress(NDArray rows, Pass pass) {
        NDArray code = encoder.forward(rows, pass);
        return new Compressed(code, decoder.forward(code, pass));
    }

    NDArray features(NDArray rows, Pass pass) {
        return features(rows, compress(rows, pass), pass);
    }

    private static NDArray features(NDArray rows, Compressed compressed, Pass pass) {
        NDArray rebuilt = compressed.rebuilt();
        NDArray least = pass.number(SHORT);
        NDArray length = length(rows).maximum(least);
        // The root of 0 has no derivative, and a row may be rebuilt to the bit.
        NDArray square = rebuilt.sub(rows).square().sum(WIDTH).maximum(pass.number(SHORT * SHORT));
        NDArray distance = square.sqrt().div(length);
        NDArray norm =
                rebuilt.square().sum(WIDTH).maximum(pass.number(SHORT * SHORT)).sqrt();
        NDArray cosine = rows.mul(rebuilt).sum(WIDTH).div(length.mul(norm));
        return NDArrays.concat(new NDList(compressed.code(), distance.expandDims(1), cosine.expandDims(1)), 1);
    }

    private static NDArray length(NDArray rows) {
        return rows.square().sum(WIDTH).sqrt();
    }
}
