package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * A discriminator of pairs, which it sees side by side.
 *
 * @param hidden from a pair to what the last hidden layer gives
 * @param out from there to a logit
 */
record PairCritic(Layer hidden, Layer out) {

    /** @param widths of the pair's two halves together, then of the hidden layers */
    static PairCritic in(
            Layout layout, String name, Activation activation, double dropout, boolean spectral, int... widths) {
        Layer hidden = new Chain(List.of());
        int last = widths.length - 1;
        for (int i = 1; i <= last; i++) {
            hidden = hidden.then(linear(layout, name + "." + (i - 1), spectral, widths[i - 1], widths[i]))
                    .then(activation)
                    .then(new Dropout((float) dropout));
        }
        return new PairCritic(hidden, linear(layout, name + ".out", spectral, widths[last], 1));
    }

    private static Layer linear(Layout layout, String name, boolean spectral, int in, int out) {
        return spectral ? SpectralLinear.in(layout, name, in, out) : Linear.in(layout, name, in, out);
    }

    /** What the last hidden layer gives for each pair, rows × its width. */
    NDArray features(NDArray first, NDArray second, Pass pass) {
        return hidden.forward(first.concat(second, 1), pass);
    }

    /** Rows × 1. */
    NDArray logits(NDArray first, NDArray second, Pass pass) {
        return out.forward(features(first, second, pass), pass);
    }
}
