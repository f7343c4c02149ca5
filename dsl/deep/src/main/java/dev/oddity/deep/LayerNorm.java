package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** γ·(x − mean)/√(variance + 1e-5) + β over the last axis (Ba et al. 2016). */
record LayerNorm(int gamma, int beta, int width) implements Layer {

    private static final float EPSILON = 1e-5f;

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
}
