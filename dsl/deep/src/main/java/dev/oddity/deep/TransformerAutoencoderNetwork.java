package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;

/** Window → transformer layers → linear over all steps, the code; code at every step, with positions → the same back. */
final class TransformerAutoencoderNetwork {

    private TransformerAutoencoderNetwork() {}

    static EncoderDecoder of(String detector, Parameters parameters, WindowShape window) {
        Layout layout = new Layout();
        int width = parameters.integer("width");
        int heads = parameters.integer("heads");
        if (width % heads != 0) {
            throw new IllegalArgumentException(detector + "().heads(" + heads + "): heads must divide the width, "
                    + width + "; take 1, " + width + " or a number between that divides it");
        }
        int latent = parameters.integer("latent");
        Positions positions = new Positions(window.steps(), width);
        int all = Math.multiplyExact(window.steps(), width);
        Layer encoder = Reshape.rows(window.steps(), window.features())
                .then(Linear.in(layout, "encoder.in", window.features(), width))
                .then(positions)
                .then(stack(layout, "encoder", parameters))
                .then(Reshape.rows(all))
                .then(Linear.in(layout, "encoder.out", all, latent));
        Layer decoder = Linear.in(layout, "decoder.in", latent, width)
                .then(Reshape.rows(1, width))
                .then(positions)
                .then(stack(layout, "decoder", parameters))
                .then(Linear.in(layout, "decoder.out", width, window.features()))
                .then(Reshape.rows((long) window.steps() * window.features()));
        long largest = Math.max((long) heads * window.steps(), 3L * width) * window.steps();
        return new EncoderDecoder(layout, encoder, decoder, EncoderDecoder.block(largest));
    }

    private static Layer stack(Layout layout, String name, Parameters parameters) {
        Layer stack = (rows, pass) -> rows;
        for (int i = 0; i < parameters.integer("layers"); i++) {
            stack = stack.then(TransformerLayer.in(
                    layout,
                    name + "." + i,
                    parameters.integer("width"),
                    parameters.integer("heads"),
                    parameters.integer("feedForward"),
                    parameters.real("dropout")));
        }
        return stack;
    }
}
