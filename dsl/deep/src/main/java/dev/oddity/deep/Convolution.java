package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * A convolution over images, rows × channels × height × width, or over series, rows × channels × steps. Weights and bias
 * start uniform in ±1/√(channels in · numbers of the kernel), as PyTorch's {@code nn.Conv2d} and {@code nn.Conv1d} start
 * them.
 *
 * @param bias its place, or −1 for none
 */
record Convolution(int weight, int bias, Shape stride, Shape padding, Shape dilation) implements Layer {

    /** In place of a bias. */
    private static final int NONE = -1;

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

    /**
     * With kernels 3 wide and a border of one zero, over images (two axes) or series (one).
     *
     * @param biased whether it has a bias
     */
    static Convolution ofThree(Layout layout, String name, int axes, int in, int out, int stride, boolean biased) {
        long[] shape = new long[axes + 2];
        Arrays.fill(shape, 3);
        shape[0] = out;
        shape[1] = in;
        double bound = 1 / Math.sqrt(in * Math.pow(3, axes));
        return new Convolution(
                layout.uniform(name + ".weight", bound, shape),
                biased ? layout.uniform(name + ".bias", bound, out) : NONE,
                all(axes, stride),
                all(axes, 1),
                all(axes, 1));
    }

    private static Shape all(int axes, long number) {
        long[] shape = new long[axes];
        Arrays.fill(shape, number);
        return new Shape(shape);
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return rows.getNDArrayInternal()
                .convolution(
                        rows,
                        pass.learnt(weight),
                        bias == NONE ? null : pass.learnt(bias),
                        stride,
                        padding,
                        dilation,
                        1)
                .singletonOrThrow();
    }
}
