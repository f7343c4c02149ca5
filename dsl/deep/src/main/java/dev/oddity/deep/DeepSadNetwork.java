package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Parameters;
import java.util.List;

/**
 * φ(x), a network without biases, and a centre c.
 *
 * @param eta weight of a labelled row beside one that is not
 */
record DeepSadNetwork(Layout layout, Hypersphere sphere, double eta, Sampling sampling) implements OneClassNetwork {

    /** Beside a labelled anomaly's distance, of which the inverse is taken. */
    private static final double APART = 1e-6;

    private static final Limits LIMITS =
            Limits.oneClass(Activation.LEAKY_RELU, Activation.RELU, Activation.ELU, Activation.GELU, Activation.TANH);

    /** @param row the shape of one */
    static DeepSadNetwork of(Parameters parameters, long[] row, Sampling sampling) {
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters, layout);
        networks.refuseIdle(List.of("encoder"), "hidden", "activation");
        Subnetwork.Code code = networks.code(
                "encoder",
                row,
                LIMITS,
                () -> Projection.stack(
                        layout,
                        "network",
                        Activation.named(parameters.text("activation")),
                        Widths.of(Widths.of(row), parameters.integers("hidden"), parameters.integer("latent"))));
        return new DeepSadNetwork(layout, Hypersphere.in(layout, code), parameters.real("eta"), sampling);
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective("loss", 0, 1, this::loss));
    }

    private NDArray loss(Batch batch, Pass pass) {
        return loss(sphere.distances(batch.rows(), pass), batch.targets().squeeze(1), eta, pass);
    }

    /** The mean of d over rows told nothing about, of η·d over normal ones, of η/d over anomalies, d a squared distance. */
    static NDArray loss(NDArray distances, NDArray targets, double eta, Pass pass) {
        NDArray anomalous = targets.maximum(pass.number(0));
        NDArray normal = targets.neg().maximum(pass.number(0));
        NDArray near = pass.number(1).sub(anomalous).add(normal.mul(pass.number(eta - 1)));
        NDArray far = distances.add(pass.number(APART)).pow(pass.number(-1)).mul(anomalous);
        return distances.mul(near).add(far.mul(pass.number(eta))).mean();
    }
}
