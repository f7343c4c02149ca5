package dev.oddity.deep;

/** The lower triangular W with W·Σ·Wᵀ = 1, so that ‖W·x‖₂ is the Mahalanobis length of x: the inverse of Cholesky's factor. */
final class Whitening {

    /** Share of the mean variance that is added to every variance: what never varied must not outweigh all else. */
    private static final double RIDGE = 1e-3;

    /** And this besides: where nothing varies the covariance is all rounding. */
    private static final double LEAST = 1e-6;

    private Whitening() {}

    /**
     * @param covariance Σ, width × width, row-major
     * @return W, in the same order
     */
    static double[] of(double[] covariance, int width) {
        double ridge = LEAST;
        for (int i = 0; i < width; i++) {
            ridge += RIDGE * Math.max(0, covariance[i * width + i]) / width;
        }
        double[] ridged = covariance.clone();
        for (int i = 0; i < width; i++) {
            ridged[i * width + i] += ridge;
        }
        return of(ridged, width, ridge);
    }

    /** Of a covariance to whose diagonal nothing is added; no pivot of Cholesky's is taken to be less than {@code least}. */
    static double[] of(double[] covariance, int width, double least) {
        double[] factor = covariance.clone();
        for (int row = 0; row < width; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = factor[row * width + column];
                for (int k = 0; k < column; k++) {
                    sum -= factor[row * width + k] * factor[column * width + k];
                }
                factor[row * width + column] =
                        row == column ? Math.sqrt(Math.max(sum, least)) : sum / factor[column * width + column];
            }
        }
        return inverse(factor, width);
    }

    /** Of a lower triangular matrix. */
    private static double[] inverse(double[] lower, int width) {
        double[] inverse = new double[width * width];
        for (int column = 0; column < width; column++) {
            inverse[column * width + column] = 1 / lower[column * width + column];
            for (int row = column + 1; row < width; row++) {
                double sum = 0;
                for (int k = column; k < row; k++) {
                    sum -= lower[row * width + k] * inverse[k * width + column];
                }
                inverse[row * width + column] = sum / lower[row * width + row];
            }
        }
        return inverse;
    }
}
