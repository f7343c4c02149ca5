package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** x·Wᵀ, without a bias. W starts as {@link Linear} starts it. */
record Projection(int weight) implements Smooth, OnnxLayer {

    static Projection in(Layout layout, String name, int in, int out) {
        return new Projection(layout.uniform(name + ".weight", 1 / Math.sqrt(in), out, in));
    }

    /** Layers of these widths, an activation between each two. {@code widths} starts with the width of the rows that come in. */
    static Smooth stack(Layout layout, String name, Activation activation, int... widths) {
        List<Smooth> stack = new ArrayList<>();
        for (int i = 1; i < widths.length; i++) {
            if (i > 1) {
                stack.add(activation);
            }
            stack.add(in(layout, name + "." + (i - 1), widths[i - 1], widths[i]));
        }
        return new Smooth.Chain(stack);
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
