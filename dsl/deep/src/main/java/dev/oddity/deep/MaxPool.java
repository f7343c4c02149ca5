package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** The largest of each 2 × 2 of an image's numbers; of what there is at an odd border. */
record MaxPool() implements Layer {

    private static final Shape TWO = new Shape(2, 2);
    private static final Shape NONE = new Shape(0, 0);

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return rows.getNDArrayInternal().maxPool(TWO, TWO, NONE, true);
    }
}
