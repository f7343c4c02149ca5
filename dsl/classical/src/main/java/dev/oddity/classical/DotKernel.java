package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.function.DoubleUnaryOperator;

/**
 * Weighted sums Σᵢ αᵢ k(⟨x, xᵢ⟩) over fixed points xᵢ, for kernels that are a function of the inner product.
 *
 * @param points row-major, one weight each
 * @param weights α
 * @param of k
 */
record DotKernel(float[] points, int columns, double[] weights, DoubleUnaryOperator of) {

    double[] sums(Features rows) {
        double[] sums = new double[rows.rows()];
        for (int row = 0; row < sums.length; row++) {
            for (int point = 0; point < weights.length; point++) {
                sums[row] += weights[point] * of.applyAsDouble(dot(rows.values(), row * columns, point * columns));
            }
        }
        return sums;
    }

    private double dot(float[] values, int from, int point) {
        double dot = 0;
        for (int column = 0; column < columns; column++) {
            dot += (double) values[from + column] * points[point + column];
        }
        return dot;
    }
}
