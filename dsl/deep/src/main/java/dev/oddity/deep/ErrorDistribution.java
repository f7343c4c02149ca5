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

    /** The {@link Whitening} of the covariance, row after row: ‖W·(e − mean)‖₂ is the Mahalanobis distance of e. */
    float[] whitening() {
        double[] whitening = Whitening.of(covariance(), width, LEAST * LEAST);
        float[] narrow = new float[whitening.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) whitening[i];
        }
        return narrow;
    }

    private double[] covariance() {
        double[] covariance = new double[width * width];
        double trace = 0;
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i * width + j] = products[i][j] / count - sums[i] / count * (sums[j] / count);
            }
            covariance[i * width + i] = Math.max(0, covariance[i * width + i]);
            trace += covariance[i * width + i];
        }
        for (int i = 0; i < width; i++) {
            covariance[i * width + i] += RELATIVE * trace / width + LEAST;
        }
        return covariance;
    }
}
