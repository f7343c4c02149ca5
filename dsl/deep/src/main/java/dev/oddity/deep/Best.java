package dev.oddity.deep;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/** Keeps the weights of the best epoch so far, and says when it is too long ago. */
final class Best {

    private final NDManager owner;
    private final int patience;
    private NDList weights = new NDList();
    private double loss = Double.POSITIVE_INFINITY;
    private int since;
    private int seen;

    Best(NDManager owner, int patience) {
        this.owner = owner;
        this.patience = patience;
    }

    /** Whether training ends here: {@code patience} epochs have gone by without a lower loss. */
    boolean ends(double validationLoss, Weights now) {
        seen++;
        if (validationLoss < loss) {
            loss = validationLoss;
            since = 0;
            weights.close();
            weights = now.copy();
            weights.attach(owner);
            return false;
        }
        return ++since >= patience;
    }

    /** Which it was, from 1. */
    int epoch() {
        return seen - since;
    }

    void restore(Weights into) {
        if (!weights.isEmpty()) {
            into.take(weights);
            weights = new NDList();
        }
    }
}
