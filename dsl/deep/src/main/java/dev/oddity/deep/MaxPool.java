package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** The largest of each 2 × 2 of an image's numbers, or of each 2 steps of a series; of what there is at an odd border. */
record MaxPool() implements Layer {

    private static final Shape OF_IMAGES = new Shape(2, 2);
    private static final Shape NONE = new Shape(0, 0);
    private static final Shape OF_SERIES = new Shape(2);
    private static final Shape NO_STEP = new Shape(0);

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return rows.getShape().dimension() == 3
                ? rows.getNDArrayInternal().maxPool(OF_SERIES, OF_SERIES, NO_STEP, true)
                : rows.getNDArrayInternal().maxPool(OF_IMAGES, OF_IMAGES, NONE, true);
    }
}
