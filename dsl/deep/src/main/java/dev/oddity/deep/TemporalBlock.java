package dev.oddity.deep;

import ai.djl.ndarray.NDArray;

/**
 * A residual block of a temporal convolutional network (Bai et al. 2018) over rows × channels × steps: x + relu(conv(relu(
 * conv(x)))), both convolutions with the same dilation; each step sees to both sides.
 */
record TemporalBlock(Layer convolutions) implements Layer {

    static TemporalBlock in(Layout layout, String name, int channels, int kernel, int dilation) {
        return new TemporalBlock(Convolution.ofSeries(layout, name + ".0", channels, channels, kernel, dilation)
                .then(Activation.RELU)
                .then(Convolution.ofSeries(layout, name + ".1", channels, channels, kernel, dilation))
                .then(Activation.RELU));
    }

    /** One block for each of these dilations. */
    static Layer stack(Layout layout, String name, int channels, int kernel, int... dilations) {
        Layer stack = (rows, pass) -> rows;
        for (int i = 0; i < dilations.length; i++) {
            stack = stack.then(in(layout, name + "." + i, channels, kernel, dilations[i]));
        }
        return stack;
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return rows.add(convolutions.forward(rows, pass));
    }
}
