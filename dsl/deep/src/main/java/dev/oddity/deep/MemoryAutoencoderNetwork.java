package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Optional;

/**
 * x̂ = decoder(w·M) where w says which of the items M the code of x is like; trained on the mean of (x − x̂)² and the entropy
 * of w.
 *
 * @param items place of M, slots × latent
 * @param shrinkage what a part of w must exceed
 */
record MemoryAutoencoderNetwork(
        Layout layout, Layer encoder, int items, Layer decoder, double shrinkage, double entropyWeight)
        implements Network {

    private static final double LEAST = 1e-12;

    /** Lengths below this count as this. */
    private static final double SHORT = 1e-8;

    private static final int[] WIDTH = {1};

    static MemoryAutoencoderNetwork of(Parameters parameters, int columns) {
        return of(parameters, new long[] {columns});
    }

    /** @param row the shape of one */
    static MemoryAutoencoderNetwork of(Parameters parameters, long[] row) {
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters, layout);
        networks.refuseIdle(List.of("encoder", "decoder"), "hidden", "activation", "batchNorm", "dropout");
        DenseBlock block = DenseBlock.of(parameters);
        int[] hidden = parameters.integers("hidden");
        int slots = parameters.integer("slots");
        int columns = Widths.of(row);
        int[] down = Widths.of(columns, hidden);
        Subnetwork.Code code = networks.code(
                "encoder",
                row,
                Limits.NONE,
                () -> block.stack(layout, "encoder", down)
                        .then(Linear.in(layout, "encoder.out", down[down.length - 1], parameters.integer("latent"))));
        int items = layout.uniform("memory", 1 / Math.sqrt(code.width()), slots, code.width());
        int[] up = Widths.of(code.width(), Widths.reversed(hidden));
        Layer decoder = networks.to(
                "decoder",
                new long[] {code.width()},
                row,
                () -> block.stack(layout, "decoder", up)
                        .then(Linear.in(layout, "decoder.out", up[up.length - 1], columns)));
        return new MemoryAutoencoderNetwork(
                layout,
                code.layer(),
                items,
                decoder,
                parameters.real("shrinkage") / slots,
                parameters.real("entropyWeight"));
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective("loss", 0, 1, this::loss));
    }

    private NDArray loss(Batch batch, Pass pass) {
        NDArray address = address(encoder.forward(batch.rows(), pass), pass);
        NDArray entropy = address.mul(address.add(pass.number(LEAST)).log())
                .sum(WIDTH)
                .mean()
                .neg();
        return recalled(address, pass).sub(batch.rows()).square().mean().add(entropy.mul(pass.number(entropyWeight)));
    }

    /** w: a softmax of the cosines between code and items, shrunk to few of them and again summing to 1; rows × slots. */
    NDArray address(NDArray code, Pass pass) {
        NDArray cosines = pass.product().of(direction(code, pass), direction(pass.learnt(items), pass));
        NDArray likeness = cosines.softmax(1);
        NDArray apart = likeness.sub(pass.number(shrinkage));
        NDArray shrunk =
                apart.maximum(pass.number(0)).mul(likeness).div(apart.abs().add(pass.number(LEAST)));
        return shrunk.div(shrunk.sum(WIDTH).maximum(pass.number(LEAST)).expandDims(1));
    }

    private static NDArray direction(NDArray rows, Pass pass) {
        NDArray squares = rows.square().sum(WIDTH).maximum(pass.number(SHORT * SHORT));
        return rows.div(squares.sqrt().expandDims(1));
    }

    private NDArray recalled(NDArray address, Pass pass) {
        return decoder.forward(pass.product().back(address, pass.learnt(items)), pass);
    }

    private NDArray rebuilt(NDArray rows, Pass pass) {
        return recalled(address(encoder.forward(rows, pass), pass), pass);
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return rebuilt(rows, pass).sub(rows).square().sum(WIDTH).sqrt();
    }

    @Override
    public Optional<NDArray> reconstruction(NDArray rows, Pass pass) {
        return Optional.of(rebuilt(rows, pass));
    }

    /** The code, before the memory. */
    @Override
    public Optional<NDArray> latent(NDArray rows, Pass pass) {
        return Optional.of(encoder.forward(rows, pass));
    }
}
