package dev.oddity.deep;

import ai.djl.ndarray.NDArray;

/** Vectors along the last axis, made as long as 1: the product of two is then their cosine. */
final class UnitVectors {

    /** Added to a squared length, of which the root is taken. */
    private static final double LEAST = 1e-12;

    private UnitVectors() {}

    static NDArray of(NDArray vectors, Pass pass) {
        int last = vectors.getShape().dimension() - 1;
        return vectors.div(vectors.square()
                .sum(new int[] {last}, true)
                .add(pass.number(LEAST))
                .sqrt());
    }
}
