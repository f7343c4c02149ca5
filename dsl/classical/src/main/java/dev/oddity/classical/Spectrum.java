package dev.oddity.classical;

import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseMatrix.EigenDecomposition;
import org.tribuo.math.la.DenseVector;

/**
 * The principal directions of a covariance.
 *
 * @param variances along each direction, largest first
 * @param directions unit vectors, row-major; each one's largest weight is positive
 * @param rank how many directions have variance beyond rounding
 */
record Spectrum(double[] variances, double[] directions, int rank) {

    /** Directions with less than this share of the largest variance are rounding. */
    private static final double ROUNDING = 1e-12;

    /** @param detector who asks, as it is written: for the message */
    static Spectrum of(double[][] covariance, Object detector) {
        EigenDecomposition eigen = DenseMatrix.createDenseMatrix(covariance)
                .eigenDecomposition()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                detector
                                        + ": the eigenvectors of these rows' covariance were not found; scale the columns to like spread"));
        double[] variances = eigen.eigenvalues().toArray();
        int columns = variances.length;
        int rank = 0;
        while (rank < columns && variances[rank] > ROUNDING * variances[0]) {
            rank++;
        }
        double[] directions = new double[rank * columns];
        for (int i = 0; i < rank; i++) {
            DenseVector direction = eigen.getEigenVector(i);
            double sign = direction.get(largest(direction)) < 0 ? -1 : 1;
            for (int column = 0; column < columns; column++) {
                directions[i * columns + column] = sign * direction.get(column);
            }
        }
        return new Spectrum(variances, directions, rank);
    }

    private static int largest(DenseVector direction) {
        int largest = 0;
        for (int i = 1; i < direction.size(); i++) {
            if (Math.abs(direction.get(i)) > Math.abs(direction.get(largest))) {
                largest = i;
            }
        }
        return largest;
    }

    /**
     * The directions, each divided by its standard deviation, row-major: R with RᵀR = Σ⁺, the pseudo-inverse of the
     * covariance.
     */
    double[] whitening() {
        int columns = variances.length;
        double[] whitening = directions.clone();
        for (int i = 0; i < whitening.length; i++) {
            whitening[i] /= Math.sqrt(variances[i / columns]);
        }
        return whitening;
    }
}
