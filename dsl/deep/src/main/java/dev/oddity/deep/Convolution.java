package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * A convolution over images, rows × channels × height × width, or over series, rows × channels × steps. Weights and bias
 * start uniform in ±1/√(channels in · numbers of the kernel), as PyTorch's {@code nn.Conv2d} and {@code nn.Conv1d} start
 * them.
 */
record Convolution(int weight, int bias, Shape stride, Shape padding, Shape dilation) implements Layer {

    /** Over images, with a kernel of 3 × 3 and a border of one zero: stride 1 keeps height and width, stride 2 halves them. */
    static Convolution ofImages(Layout layout, String name, int in, int out, int stride) {
        double bound = 1 / Math.sqrt(in * 9.0);
        return new Convolution(
                layout.uniform(name + ".weight", bound, out, in, 3, 3),
                layout.uniform(name + ".bias", bound, out),
                new Shape(stride, stride),
                new Shape(1, 1),
                new Shape(1, 1));
    }

    /**
     * Over series, as many steps out as in, of which each sees as far to its left as to its right.
     *
     * @param kernel steps, odd
     * @param dilation from one of the kernel's steps to the next
     */
    static Convolution ofSeries(Layout layout, String name, int in, int out, int kernel, int dilation) {
        double bound = 1 / Math.sqrt((double) in * kernel);
        return new Convolution(
                layout.uniform(name + ".weight", bound, out, in, kernel),
                layout.uniform(name + ".bias", bound, out),
                new Shape(1),
                new Shape((long) dilation * (kernel - 1) / 2),
                new Shape(dilation));
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return rows.getNDArrayInternal()
                .convolution(rows, pass.learnt(weight), pass.learnt(bias), stride, padding, dilation, 1)
                .singletonOrThrow();
    }
}
