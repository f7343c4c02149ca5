package dev.oddity.deep;

import ai.djl.ndarray.NDArray;

/** A network D(x) that gives each row one number, from features f(x). */
interface Critic extends Layer {

    /** f(x), what D is linear in, rows × its width. */
    NDArray features(NDArray rows, Pass pass);

    /** Any layers, and the linear one upon them. */
    record Headed(Layer body, Linear out) implements Critic {

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
