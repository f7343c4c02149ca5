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
 * @param centre place of c among the measured
 * @param before the autoencoder that φ is the encoder of, where it is trained first
 */
record DeepSvddNetwork(Layout layout, Layer encoder, int latent, int centre, Optional<Pretraining> before)
        implements OnnxNetwork {

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
                () -> stack(layout, "encoder", activation, Widths.of(columns, hidden, parameters.integer("latent"))));
        int latent = code.width();
        Optional<Pretraining> before = Optional.empty();
        if (epochs > 0) {
            Layer decoder = activation.then(
                    stack(layout, "decoder", activation, Widths.of(latent, Widths.reversed(hidden), columns)));
            before = Optional.of(new Pretraining(
                    new AutoencoderNetwork(layout, code.layer(), decoder, AutoencoderNetwork.Regularisation.NONE),
                    epochs));
        }
        int centre = layout.measured("centre", Centre.LEAST, latent);
        return new DeepSvddNetwork(layout, code.layer(), latent, centre, before);
    }

    /** Layers of these widths, an activation between each two. */
    private static Smooth stack(Layout layout, String name, Activation activation, int... widths) {
        Smooth stack = Projection.in(layout, name + ".0", widths[0], widths[1]);
        for (int i = 2; i < widths.length; i++) {
            stack = stack.then(activation).then(Projection.in(layout, name + "." + (i - 1), widths[i - 1], widths[i]));
        }
        return stack;
    }

    @Override
    public Optional<Pretraining> pretraining() {
        return before;
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective(
                "loss", 0, 1, (batch, pass) -> distance(batch.rows(), pass).mean()));
    }

    /** c = mean φ(x) of the rows before the first step, away from 0. */
    @Override
    public void begin(Rows train, Weights weights) {
        weights.measure(centre, Centre.of(encoder, latent, block(), train, weights));
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return distance(rows, pass);
    }

    private NDArray distance(NDArray rows, Pass pass) {
        return encoder.forward(rows, pass).sub(pass.measured(centre)).square().sum(new int[] {1});
    }

    @Override
    public OnnxValue onnx(Score score, OnnxValue rows, OnnxPass pass) {
        return OnnxLayer.write(encoder, rows, pass)
                .sub(pass.measured(centre))
                .square()
                .sumOfRow();
    }

    @Override
    public Optional<NDArray> latent(NDArray rows, Pass pass) {
        return Optional.of(encoder.forward(rows, pass));
    }
}
