package dev.oddity.deep;

import ai.djl.ndarray.NDArray;

/** x·Wᵀ, without a bias. W starts as {@link Linear} starts it. */
record Projection(int weight) implements Smooth {

    static Projection in(Layout layout, String name, int in, int out) {
        return new Projection(layout.uniform(name + ".weight", 1 / Math.sqrt(in), out, in));
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return rows.matMul(pass.learnt(weight).transpose());
    }

    @Override
    public Tangent push(Tangent in, Pass pass) {
        return new Tangent(forward(in.values(), pass), pass.learnt(weight).matMul(in.jacobian()));
    }
}
