package dev.oddity.deep;

import ai.djl.ndarray.NDArray;

/**
 * Images or series made larger by repeating the nearest number. With a convolution after it, it stands where others take a
 * transposed convolution, which the engine lacks and which leaves checkerboards (Odena et al. 2016).
 *
 * @param size height and width, or steps
 */
record Upsample(long... size) implements Layer {

    private static final int NEAREST = 0;

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return rows.getNDArrayInternal().interpolation(size, NEAREST, false);
    }
}
