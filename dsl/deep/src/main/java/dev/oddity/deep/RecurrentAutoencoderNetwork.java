package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Parameters;

/**
 * Window → recurrent layers → their last state, the code; code at every step → recurrent layers → linear → the window from
 * its last step to its first.
 */
final class RecurrentAutoencoderNetwork {

    private RecurrentAutoencoderNetwork() {}

    static EncoderDecoder of(Recurrent.Cell cell, Parameters parameters, WindowShape window) {
        Layout layout = new Layout();
        int hidden = parameters.integer("hidden");
        int layers = parameters.integer("layers");
        Recurrent reader = Recurrent.in(
                layout, "encoder", cell, window.features(), hidden, layers, parameters.flag("bidirectional"));
        int code = reader.stateWidth();
        Recurrent writer = Recurrent.in(layout, "decoder", cell, code, code, layers, false);
        Layer out = Linear.in(layout, "decoder.out", code, window.features());
        Layer encoder = Reshape.rows(window.steps(), window.features()).then(reader::lastState);
        Layer decoder = (codes, pass) -> {
            NDArray repeated = codes.expandDims(1).broadcast(codes.getShape().get(0), window.steps(), code);
            return out.forward(writer.states(repeated, pass), pass).flip(1);
        };
        return new EncoderDecoder(
                layout,
                encoder,
                decoder.then(Reshape.rows((long) window.steps() * window.features())),
                EncoderDecoder.block(4L * code * window.steps()));
    }
}
