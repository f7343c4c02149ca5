package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.onnx.OnnxValue;

/** The same numbers in another shape. */
record Reshape(Shape shape) implements Reversible, OnnxLayer {

    /** Each row gets this shape; none makes it flat. */
    static Reshape rows(long... row) {
        long[] shape = new long[row.length + 1];
        shape[0] = -1;
        System.arraycopy(row, 0, shape, 1, row.length);
        return new Reshape(new Shape(shape));
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return rows.reshape(shape);
    }

    @Override
    public Trace trace(NDArray rows, Pass pass) {
        long[] before = rows.getShape().getShape().clone();
        before[0] = -1;
        return new Trace(forward(rows, pass), gradient -> gradient.reshape(new Shape(before)));
    }

    @Override
    public OnnxValue onnx(OnnxValue rows, OnnxPass pass) {
        return rows.then("Reshape", rows.graph().constant(shape.getShape()));
    }
}
