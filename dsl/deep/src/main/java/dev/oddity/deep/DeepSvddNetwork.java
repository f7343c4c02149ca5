package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import dev.oddity.core.onnx.OnnxValue;
import java.util.List;
import java.util.Optional;

/**
 * φ(x), a network without biases; trained on the mean of ‖φ(x) − c‖², scored by it.
 *
 * @param pretraining the autoencoder that φ is the encoder of, where it is trained first
 */
record DeepSvddNetwork(Layout layout, Hypersphere sphere, Optional<Pretraining> pretraining) implements OnnxNetwork {

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

    /** c = mean φ(x) of the rows before the first step, away from 0. */
    @Override
    public void begin(Rows train, Weights weights) {
        sphere.measure(train, block(), weights);
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return sphere.distances(rows, pass);
    }

    @Override
    public OnnxValue onnx(Score score, OnnxValue rows, OnnxPass pass) {
        return sphere.distances(rows, pass);
    }

    @Override
    public Optional<NDArray> latent(NDArray rows, Pass pass) {
        return Optional.of(sphere.network().forward(rows, pass));
    }
}
