package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Parameters;
import java.util.List;

/**
 * A discriminator of pairs, which it sees side by side.
 *
 * @param critic of a pair as one flat row
 */
record PairCritic(Critic critic) {

    /**
     * What was given for this role, else the usual one.
     *
     * @param name what the names of the usual one's tensors begin with
     * @param width of the pair's two halves together
     */
    static PairCritic in(Subnetworks networks, String role, String name, Activation activation, int width) {
        return new PairCritic(networks.critic(
                role,
                new long[] {width},
                Limits.NONE,
                () -> usual(networks.layout(), name, networks.parameters(), activation, width)));
    }

    private static Critic usual(Layout layout, String name, Parameters parameters, Activation activation, int width) {
        int[] widths = Widths.of(width, parameters.integers("discriminatorHidden"));
        boolean spectral = parameters.flag("spectralNorm");
        Layer hidden = new Chain(List.of());
        int last = widths.length - 1;
        for (int i = 1; i <= last; i++) {
            hidden = hidden.then(linear(layout, name + "." + (i - 1), spectral, widths[i - 1], widths[i]))
                    .then(activation)
                    .then(new Dropout((float) parameters.real("dropout")));
        }
        return new Critic.Headed(hidden, linear(layout, name + ".out", spectral, widths[last], 1));
    }

    private static Layer linear(Layout layout, String name, boolean spectral, int in, int out) {
        return spectral ? SpectralLinear.in(layout, name, in, out) : Linear.in(layout, name, in, out);
    }

    /** What the last hidden layer gives for each pair, rows × its width. */
    NDArray features(NDArray first, NDArray second, Pass pass) {
        return critic.features(first.concat(second, 1), pass);
    }

    /** Rows × 1. */
    NDArray logits(NDArray first, NDArray second, Pass pass) {
        return critic.forward(first.concat(second, 1), pass);
    }
}
