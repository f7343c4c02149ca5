package dev.oddity.deep;

import ai.djl.ndarray.NDArray;

/**
 * G(z), by itself.
 *
 * @param width numbers in z
 * @param layer rows × width → rows × columns
 */
record Generator(int width, Layer layer) implements Network.Generative {

    @Override
    public NDArray of(NDArray noise, Pass pass) {
        return layer.forward(noise, pass);
    }
}
