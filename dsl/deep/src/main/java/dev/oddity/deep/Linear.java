package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.onnx.OnnxValue;
import java.util.Map;

/** x·Wᵀ + b. W and b start uniform in ±1/√in, as PyTorch's {@code nn.Linear} starts them. */
record Linear(int weight, int bias) implements Smooth, Reversible, OnnxLayer {

    static Linear in(Layout layout, String name, int in, int out) {
        double bound = 1 / Math.sqrt(in);
        return new Linear(layout.uniform(name + ".weight", bound, out, in), layout.uniform(name + ".bias", bound, out));
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return pass.product().of(rows, pass.learnt(weight), pass.learnt(bias));
    }

    @Override
    public OnnxValue onnx(OnnxValue rows, OnnxPass pass) {
        return rows.then("Gemm", Map.of("transB", 1L), pass.learnt(weight), pass.learnt(bias));
    }

    @Override
    public Tangent push(Tangent in, Pass pass) {
        return new Tangent(forward(in.values(), pass), pass.learnt(weight).matMul(in.jacobian()));
    }

    @Override
    public Trace trace(NDArray rows, Pass pass) {
        return new Trace(forward(rows, pass), gradient -> pass.product().back(gradient, pass.learnt(weight)));
    }
}
