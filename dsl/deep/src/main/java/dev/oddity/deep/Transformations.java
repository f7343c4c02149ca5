package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * K learnt ways to change a row, each a network m with one hidden layer of its own: x + m(x), or x ∘ σ(m(x)). All K go
 * through the engine at once.
 *
 * @param first from the row to the hidden layers of all K, one beside the other
 * @param second K × columns × hidden
 * @param bias K × 1 × columns
 * @param multiply whether a row is multiplied, else added to
 */
record Transformations(Linear first, int second, int bias, int count, int hidden, boolean multiply) {

    static Transformations in(Layout layout, int count, int columns, int hidden, boolean multiply) {
        double bound = 1 / Math.sqrt(hidden);
        return new Transformations(
                Linear.in(layout, "transform.0", columns, count * hidden),
                layout.uniform("transform.1.weight", bound, count, columns, hidden),
                layout.uniform("transform.1.bias", bound, count, 1, columns),
                count,
                hidden,
                multiply);
    }

    /** Rows × columns → K × rows × columns. */
    NDArray of(NDArray rows, Pass pass) {
        long length = rows.getShape().get(0);
        NDArray bent = ai.djl.nn.Activation.relu(first.forward(rows, pass))
                .reshape(new Shape(length, count, hidden))
                .transpose(1, 0, 2);
        NDArray moved = bent.matMul(pass.learnt(second).transpose(0, 2, 1)).add(pass.learnt(bias));
        NDArray beside = rows.expandDims(0);
        return multiply ? ai.djl.nn.Activation.sigmoid(moved).mul(beside) : moved.add(beside);
    }
}
