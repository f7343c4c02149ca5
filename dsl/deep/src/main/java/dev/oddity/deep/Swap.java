package dev.oddity.deep;

import ai.djl.ndarray.NDArray;

/** Rows × steps × channels to rows × channels × steps, and back. */
record Swap() implements Layer {

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return rows.swapAxes(1, 2);
    }
}
