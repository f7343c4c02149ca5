package dev.oddity.deep;

/**
 * Mean and covariance of errors, added up one vector after the other, and the matrix that makes such errors white.
 *
 * <p>To the diagonal of the covariance goes a millionth of its mean and 1e-8, so that errors that never differ, or always
 * differ together, can be told too.
 */
final class ErrorDistribution {

    private static final double RELATIVE = 1e-6;
    private static final double LEAST = 1e-8;

    private final int width;
    private final double[] sums;
    private final double[][] products;
    private long count;

    ErrorDistribution(int width) {
        this.width = width;
        this.sums = new double[width];
        this.products = new double[width][width];
    }

    /** Adds vectors that stand one after the other. */
    void add(float[] errors) {
        for (int at = 0; at < errors.length; at += width) {
            for (int i = 0; i < width; i++) {
                sums[i] += errors[at + i];
                for (int j = 0; j <= i; j++) {
                    products[i][j] += (double) errors[at + i] * errors[at + j];
                }
            }
            count++;
        }
    }

    float[] mean() {
        float[] mean = new float[width];
        for (int i = 0; i < width; i++) {
            mean[i] = (float) (sums[i] / count);
        }
        return mean;
    }

    /** W = L⁻¹ where L·Lᵀ is the covariance (Cholesky), row after row: ‖W·(e − mean)‖₂ is the Mahalanobis distance of e. */
    float[] whitening() {
        double[][] factor = factor(covariance());
        float[] inverse = new float[width * width];
        for (int column = 0; column < width; column++) {
            double[] solved = new double[width];
            for (int row = column; row < width; row++) {
                double rest = row == column ? 1 : 0;
                for (int k = column; k < row; k++) {
                    rest -= factor[row][k] * solved[k];
                }
                solved[row] = rest / factor[row][row];
                inverse[row * width + column] = (float) solved[row];
            }
        }
        return inverse;
    }

    private double[][] covariance() {
        double[][] covariance = new double[width][width];
        double trace = 0;
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = products[i][j] / count - sums[i] / count * (sums[j] / count);
            }
            covariance[i][i] = Math.max(0, covariance[i][i]);
            trace += covariance[i][i];
        }
        for (int i = 0; i < width; i++) {
            covariance[i][i] += RELATIVE * trace / width + LEAST;
        }
        return covariance;
    }

    /** The lower triangle L with L·Lᵀ = {@code matrix}. */
    private static double[][] factor(double[][] matrix) {
        double[][] factor = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(Math.max(LEAST * LEAST, rest)) : rest / factor[j][j];
            }
        }
        return factor;
    }
}
