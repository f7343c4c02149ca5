package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.onnx.OnnxValue;

/** In training sets each number to 0 with probability {@code rate} and divides the rest by 1 − rate; else does nothing. */
record Dropout(float rate) implements Smooth, Reversible, OnnxLayer {

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return pass.training() && rate > 0
                ? ai.djl.nn.norm.Dropout.dropout(rows, rate, true).singletonOrThrow()
                : rows;
    }

    @Override
    public OnnxValue onnx(OnnxValue rows, OnnxPass pass) {
        return rows;
    }

    /** The derivative of the whole layer, as it scores: nothing is dropped. */
    @Override
    public Tangent push(Tangent in, Pass pass) {
        return in;
    }

    /** The layer as it scores. */
    @Override
    public Trace trace(NDArray rows, Pass pass) {
        return new Trace(rows, gradient -> gradient);
    }
}
