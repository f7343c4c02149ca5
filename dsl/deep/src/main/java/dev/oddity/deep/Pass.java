package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/**
 * One pass of rows through a network.
 *
 * @param manager owns whatever the pass makes
 * @param learnt the layout's learnt tensors, by place
 * @param measured its measured tensors, by place
 * @param training whether dropout drops, batch norm uses the batch, and a VAE draws
 */
record Pass(NDManager manager, NDArray[] learnt, List<NDArray> measured, boolean training) {

    NDArray learnt(int place) {
        return learnt[place];
    }

    NDArray measured(int place) {
        return measured.get(place);
    }
}
