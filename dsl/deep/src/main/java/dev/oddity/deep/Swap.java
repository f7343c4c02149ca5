package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.onnx.OnnxValue;
import java.util.List;
import java.util.Map;

/** Rows × steps × channels to rows × channels × steps, and back. */
record Swap() implements Reversible, OnnxLayer {

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return rows.swapAxes(1, 2);
    }

    @Override
    public Trace trace(NDArray rows, Pass pass) {
        return new Trace(forward(rows, pass), gradient -> gradient.swapAxes(1, 2));
    }

    @Override
    public OnnxValue onnx(OnnxValue rows, OnnxPass pass) {
        return rows.then("Transpose", Map.of("perm", List.of(0L, 2L, 1L)));
    }
}
