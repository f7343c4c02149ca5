package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** One layer of a network, rows × in → rows × out. It knows its places in a {@link Layout}; the {@link Pass} has the values. */
@FunctionalInterface
interface Layer {

    NDArray forward(NDArray rows, Pass pass);

    /** This layer, then the next. */
    default Layer then(Layer next) {
        return new Chain(List.of(this, next));
    }
}
