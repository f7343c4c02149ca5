package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.onnx.OnnxValue;
import java.util.Map;

/** γ·(x − mean)/√(variance + 1e-5) + β over the last axis (Ba et al. 2016). */
record LayerNorm(int gamma, int beta, int width) implements Reversible, OnnxLayer {

    private static final float EPSILON = 1e-5f;
    private static final int[] LAST = {-1};

    static LayerNorm in(Layout layout, String name, int width) {
        return new LayerNorm(
                layout.constant(name + ".weight", 1, width), layout.constant(name + ".bias", 0, width), width);
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return ai.djl.nn.norm.LayerNorm.layerNorm(
                        rows, new Shape(width), pass.learnt(gamma), pass.learnt(beta), EPSILON)
                .singletonOrThrow();
    }

    /** With x̂ the normalised row, σ its root of variance and h = γ ∘ gradient: (h − mean h − x̂·mean(x̂ ∘ h))/σ. */
    @Override
    public Trace trace(NDArray rows, Pass pass) {
        NDArray apart = rows.sub(mean(rows));
        NDArray deviation = mean(apart.square()).add(pass.number(EPSILON)).sqrt();
        NDArray normal = apart.div(deviation);
        return new Trace(forward(rows, pass), gradient -> {
            NDArray weighed = gradient.mul(pass.learnt(gamma));
            return weighed.sub(mean(weighed))
                    .sub(normal.mul(mean(normal.mul(weighed))))
                    .div(deviation);
        });
    }

    @Override
    public OnnxValue onnx(OnnxValue rows, OnnxPass pass) {
        return rows.then(
                "LayerNormalization", Map.of("axis", -1L, "epsilon", EPSILON), pass.learnt(gamma), pass.learnt(beta));
    }

    private static NDArray mean(NDArray rows) {
        return rows.mean(LAST, true);
    }
}
