package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import dev.oddity.core.onnx.OnnxValue;
import java.util.List;
import java.util.Optional;

/**
 * φ(x), a network without biases, and a centre c.
 *
 * @param latent numbers in φ(x)
 * @param centre place of c among the measured
 * @param eta weight of a labelled row beside one that is not
 */
record DeepSadNetwork(Layout layout, Layer network, int latent, int centre, double eta, Sampling sampling)
        implements OnnxNetwork {

    private static final int[] WIDTH = {1};

    /** Beside a labelled anomaly's distance, of which the inverse is taken. */
    private static final double APART = 1e-6;

    private static final Limits LIMITS =
            Limits.oneClass(Activation.LEAKY_RELU, Activation.RELU, Activation.ELU, Activation.GELU, Activation.TANH);

    static DeepSadNetwork of(Parameters parameters, int columns) {
        return of(parameters, new long[] {columns});
    }

    /** @param row the shape of one */
    static DeepSadNetwork of(Parameters parameters, long[] row) {
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters, layout);
        networks.refuseIdle(List.of("encoder"), "hidden", "activation");
        Subnetwork.Code code = networks.code("encoder", row, LIMITS, () -> usual(layout, parameters, Widths.of(row)));
        int latent = code.width();
        return new DeepSadNetwork(
                layout,
                code.layer(),
                latent,
                layout.measured("centre", Centre.LEAST, latent),
                parameters.real("eta"),
                parameters.flag("balanced") ? Sampling.BALANCED : Sampling.EVERY_ROW);
    }

    private static Layer usual(Layout layout, Parameters parameters, int columns) {
        Activation activation = Activation.named(parameters.text("activation"));
        int[] widths = Widths.of(columns, parameters.integers("hidden"), parameters.integer("latent"));
        Layer network = Projection.in(layout, "network.0", widths[0], widths[1]);
        for (int i = 2; i < widths.length; i++) {
            network = network.then(activation)
                    .then(Projection.in(layout, "network." + (i - 1), widths[i - 1], widths[i]));
        }
        return network;
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective("loss", 0, 1, this::loss));
    }

    private NDArray loss(Batch batch, Pass pass) {
        return loss(distances(batch.rows(), pass), batch.targets().squeeze(1), eta, pass);
    }

    /** The mean of d over rows told nothing about, of η·d over normal ones, of η/d over anomalies, d a squared distance. */
    static NDArray loss(NDArray distances, NDArray targets, double eta, Pass pass) {
        NDArray anomalous = targets.maximum(pass.number(0));
        NDArray normal = targets.neg().maximum(pass.number(0));
        NDArray near = pass.number(1).sub(anomalous).add(normal.mul(pass.number(eta - 1)));
        NDArray far = distances.add(pass.number(APART)).pow(pass.number(-1)).mul(anomalous);
        return distances.mul(near).add(far.mul(pass.number(eta))).mean();
    }

    /** c is the mean of φ over the rows that are not told to be anomalies, before the first step. */
    @Override
    public void begin(Rows train, Weights weights) {
        weights.measure(centre, Centre.of(network, latent, block(), train, weights));
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return distances(rows, pass);
    }

    /** ‖φ(x) − c‖² of each row. */
    private NDArray distances(NDArray rows, Pass pass) {
        return network.forward(rows, pass).sub(pass.measured(centre)).square().sum(WIDTH);
    }

    @Override
    public OnnxValue onnx(Score score, OnnxValue rows, OnnxPass pass) {
        return OnnxLayer.write(network, rows, pass)
                .sub(pass.measured(centre))
                .square()
                .sumOfRow();
    }

    @Override
    public Optional<NDArray> latent(NDArray rows, Pass pass) {
        return Optional.of(network.forward(rows, pass));
    }
}
