package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Adds to step t of a series, rows × steps × width, what tells it from the others (Vaswani et al. 2017, section 3.5): sin(t
 * / 10000^(2i/width)) in column 2i and the cosine of the same in column 2i + 1.
 */
record Positions(int steps, int width) implements Layer {

    @Override
    public NDArray forward(NDArray series, Pass pass) {
        return series.add(pass.manager().create(values(), new Shape(1, steps, width)));
    }

    float[] values() {
        float[] values = new float[Math.multiplyExact(steps, width)];
        for (int step = 0; step < steps; step++) {
            for (int column = 0; column < width; column++) {
                double angle = step / Math.pow(10_000, (column - column % 2) / (double) width);
                values[step * width + column] = (float) (column % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
            }
        }
        return values;
    }
}
