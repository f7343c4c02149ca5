package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** The means of each {@code steps} steps of a series, rows × channels × steps; of what there is at its end. */
record AveragePool(int steps) implements Layer {

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        Shape pool = new Shape(steps);
        return rows.getNDArrayInternal().avgPool(pool, pool, new Shape(0), true, false);
    }
}
