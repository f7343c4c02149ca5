package dev.oddity.deep;

import ai.djl.ndarray.NDArray;

/** A network D(x) that gives each row one number, from features f(x). */
interface Critic extends Layer {

    /** f(x), what D is linear in, rows × its width. */
    NDArray features(NDArray rows, Pass pass);

    /**
     * ∇D(x) at each row, rows × columns, itself fit to be part of a loss; one row for all where it is the same everywhere.
     * No row may have a part in another's D. What the engine finds here it finds only while gradients are recorded.
     */
    default NDArray gradient(NDArray rows, Pass pass) {
        NDArray given = rows.stopGradient();
        given.setRequiresGradient(true);
        return RowGradient.of(forward(given, pass), given);
    }

    /** Any layers, and the last one upon them. */
    record Headed(Layer body, Layer out) implements Critic {

        @Override
        public NDArray features(NDArray rows, Pass pass) {
            return body.forward(rows, pass);
        }

        @Override
        public NDArray forward(NDArray rows, Pass pass) {
            return out.forward(features(rows, pass), pass);
        }
    }
}
