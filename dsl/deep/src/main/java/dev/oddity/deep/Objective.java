package dev.oddity.deep;

import ai.djl.ndarray.NDArray;

/**
 * One thing that training makes small, by moving one part of the weights. Most networks have one; adversaries have one
 * each and take turns.
 *
 * @param name its curve in the history, such as {@code loss}
 * @param part the part of the {@link Layout} that moves; the others stand still and get no gradient
 * @param every it moves with every so-many-th batch: 5 for a generator whose critic takes five steps to its one
 * @param loss what it is
 */
record Objective(String name, int part, int every, Loss loss) {

    /** The mean over the rows of a batch, one number. */
    @FunctionalInterface
    interface Loss {

        NDArray of(Batch batch, Pass pass);
    }
}
