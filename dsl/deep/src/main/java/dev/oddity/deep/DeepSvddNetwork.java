package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import java.util.List;
import java.util.Optional;

/**
 * φ(x), a network without biases; trained on the mean of ‖φ(x) − c‖², scored by it.
 *
 * @param pretraining the autoencoder that φ is the encoder of, where it is trained first
 */
record DeepSvddNetwork(Layout layout, Hypersphere sphere, Optional<Pretraining> pretraining)
        implements OneClassNetwork {

    private static final Limits LIMITS =
            Limits.oneClass(Activation.LEAKY_RELU, Activation.RELU, Activation.ELU, Activation.GELU);

    static DeepSvddNetwork of(Parameters parameters, int columns) {
        return of(parameters, new long[] {columns});
    }

    /** @param row the shape of one */
    static DeepSvddNetwork of(Parameters parameters, long[] row) {
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters, layout);
        int columns = Widths.of(row);
        Activation activation = Activation.named(parameters.text("activation"));
        int[] hidden = parameters.integers("hidden");
        int epochs = parameters.integer("pretraining");
        if (epochs == 0) {
            networks.refuseIdle(List.of("encoder"), "hidden", "activation");
        }
        Subnetwork.Code code = networks.code(
                "encoder",
                row,
                LIMITS,
                () -> Projection.stack(
                        layout, "encoder", activation, Widths.of(columns, hidden, parameters.integer("latent"))));
        Optional<Pretraining> before = Optional.empty();
        if (epochs > 0) {
            Layer decoder = activation.then(Projection.stack(
                    layout, "decoder", activation, Widths.of(code.width(), Widths.reversed(hidden), columns)));
            before = Optional.of(new Pretraining(
                    new AutoencoderNetwork(layout, code.layer(), decoder, AutoencoderNetwork.Regularisation.NONE),
                    epochs));
        }
        return new DeepSvddNetwork(layout, Hypersphere.in(layout, code), before);
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective(
                "loss",
                0,
                1,
                (batch, pass) -> sphere.distances(batch.rows(), pass).mean()));
    }
}
