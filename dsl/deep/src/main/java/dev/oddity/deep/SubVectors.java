package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * Every run of {@code length} neighbouring numbers of a row, and for each what is left of the row without it.
 *
 * @param columns numbers in a row
 * @param length numbers in a run, fewer than columns
 */
record SubVectors(int columns, int length) {

    /** Runs in a row: one begins at every column that has enough after it. */
    int count() {
        return columns - length + 1;
    }

    /** Numbers that a run leaves. */
    int rest() {
        return columns - length;
    }

    /** Rows × columns → rows × count × length. */
    NDArray inside(NDArray rows, Pass pass) {
        long[] places = new long[count() * length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i / length + i % length;
        }
        return picked(rows, places, length, pass);
    }

    /** Rows × columns → rows × count × rest, in the row's order. */
    NDArray outside(NDArray rows, Pass pass) {
        long[] places = new long[count() * rest()];
        for (int i = 0; i < places.length; i++) {
            int run = i / rest();
            int place = i % rest();
            places[i] = place < run ? place : place + length;
        }
        return picked(rows, places, rest(), pass);
    }

    private NDArray picked(NDArray rows, long[] places, int width, Pass pass) {
        return rows.get(new NDIndex(":, {}", pass.manager().create(places))).reshape(new Shape(-1, count(), width));
    }
}
