package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Iterator;

/**
 * Rows that no step sees, and the loss on them.
 *
 * @param held the numbers of these rows; none where nothing is watched
 */
record Validation(Network network, Rows rows, int[] held) {

    boolean watches() {
        return held.length > 0;
    }

    /** The mean of what early stopping watches. */
    double loss(Weights weights, NDManager owner) {
        weights.rest();
        int[] ends = Order.ends(held.length, network.block());
        double sum = 0;
        try (NDManager pass = owner.newSubManager()) {
            Iterator<Batch> batches = rows.batches(held, ends, pass);
            while (batches.hasNext()) {
                Batch batch = batches.next();
                try (NDManager step = pass.newSubManager()) {
                    NDArray loss = network.watched().of(batch, weights.pass(step, false));
                    sum += loss.getFloat() * batch.rows().getShape().get(0);
                }
            }
        }
        return sum / held.length;
    }
}
