package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.onnx.OnnxValue;
import java.util.Map;

/** x·Wᵀ, without a bias. W starts as {@link Linear} starts it. */
record Projection(int weight) implements Smooth, OnnxLayer {

    static Projection in(Layout layout, String name, int in, int out) {
        return new Projection(layout.uniform(name + ".weight", 1 / Math.sqrt(in), out, in));
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return pass.product().of(rows, pass.learnt(weight));
    }

    @Override
    public OnnxValue onnx(OnnxValue rows, OnnxPass pass) {
        return rows.then("Gemm", Map.of("transB", 1L), pass.learnt(weight));
    }

    @Override
    public Tangent push(Tangent in, Pass pass) {
        return new Tangent(forward(in.values(), pass), pass.learnt(weight).matMul(in.jacobian()));
    }
}
