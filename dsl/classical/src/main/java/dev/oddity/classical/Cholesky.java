package dev.oddity.classical;

import java.util.Optional;

/**
 * A positive definite matrix as LLᵀ, L lower triangular.
 *
 * @param lower L
 */
record Cholesky(double[][] lower) {

    /** A column of which less than this share is its own, not a combination of those before it, is none of its own. */
    private static final double ROUNDING = 1e-12;

    /** Nothing if the matrix is singular to rounding. */
    static Optional<Cholesky> of(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i > j) {
                    lower[i][j] = rest / lower[j][j];
                } else if (rest > ROUNDING * matrix[i][i]) {
                    lower[i][i] = Math.sqrt(rest);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Cholesky(lower));
    }

    /** ln |LLᵀ|. */
    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * Math.log(lower[i][i]);
        }
        return sum;
    }

    /** L⁻¹, row-major: R with RᵀR = (LLᵀ)⁻¹. */
    double[] whitening() {
        int size = lower.length;
        double[] inverse = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                double factor = lower[i][k];
                if (factor != 0) {
                    for (int j = 0; j <= k; j++) {
                        inverse[i * size + j] -= factor * inverse[k * size + j];
                    }
                }
            }
            inverse[i * size + i] = 1;
            for (int j = 0; j <= i; j++) {
                inverse[i * size + j] /= lower[i][i];
            }
        }
        return inverse;
    }
}
