package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
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
        return ai.djl.nn.core.Linear.linear(rows, pass.learnt(weight), pass.learnt(bias))
                .singletonOrThrow();
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
        return new Trace(forward(rows, pass), gradient -> back(gradient, pass));
    }

    /**
     * gradient·W. In scoring W lies the other way round, as in a forward pass: only that product of the engine's gives a row
     * the same bits wherever in the block it stands.
     */
    private NDArray back(NDArray gradient, Pass pass) {
        NDArray values = pass.learnt(weight);
        if (pass.training()) {
            return gradient.matMul(values);
        }
        Shape turned = new Shape(values.getShape().get(1), values.getShape().get(0));
        return gradient.matMul(values.transpose().flatten().reshape(turned).transpose());
    }
}
