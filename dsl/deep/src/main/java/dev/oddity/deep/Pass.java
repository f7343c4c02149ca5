package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;

/**
 * One pass of rows through a network.
 *
 * @param manager owns whatever the pass makes
 * @param owner owns what outlives it
 * @param learnt the layout's learnt tensors, by place
 * @param measured its measured tensors, by place
 * @param numbers constants by value, see {@link #number}
 * @param product of its rows and tensors
 * @param training whether dropout drops, batch norm uses the batch, and a VAE draws
 */
record Pass(
        NDManager manager,
        NDManager owner,
        List<NDArray> learnt,
        List<NDArray> measured,
        Map<Float, NDArray> numbers,
        Product product,
        boolean training) {

    NDArray learnt(int place) {
        return learnt.get(place);
    }

    NDArray measured(int place) {
        return measured.get(place);
    }

    /**
     * A constant operand that outlives the pass. Use it in place of {@code array.mul(0.5f)}: there DJL wraps a Java buffer,
     * drops it at once, and the engine reads it again in the backward pass, when the garbage collector may have freed it.
     */
    NDArray number(double value) {
        return numbers.computeIfAbsent((float) value, constant -> owner.create(constant.floatValue()));
    }
}
