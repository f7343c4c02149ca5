package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.stream.IntStream;

/**
 * Mean and (population) covariance of rows, in double precision.
 *
 * @param mean per column
 * @param matrix columns × columns, symmetric to the bit
 */
record Covariance(double[] mean, double[][] matrix) {

    /** Most partial sums; how rows are cut depends on their number alone, so cores change no bit. */
    private static final int PARTS = 64;

    private static final int LEAST_ROWS = 1_024;

    static Covariance of(Features rows) {
        int columns = rows.columns();
        double[] mean = new double[columns];
        for (int row = 0; row < rows.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                mean[column] += rows.at(row, column);
            }
        }
        for (int column = 0; column < columns; column++) {
            mean[column] /= rows.rows();
        }
        int size = Math.max(LEAST_ROWS, (rows.rows() + PARTS - 1) / PARTS);
        double[][][] parts = IntStream.range(0, (rows.rows() + size - 1) / size)
                .parallel()
                .mapToObj(part -> products(rows, part * size, Math.min((part + 1) * size, rows.rows()), mean))
                .toArray(double[][][]::new);
        double[][] matrix = new double[columns][columns];
        for (double[][] part : parts) {
            for (int i = 0; i < columns; i++) {
                for (int j = i; j < columns; j++) {
                    matrix[i][j] += part[i][j];
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            for (int j = i; j < columns; j++) {
                matrix[i][j] /= rows.rows();
                matrix[j][i] = matrix[i][j];
            }
        }
        return new Covariance(mean, matrix);
    }

    /** Σ (x − μ)(x − μ)ᵀ over some rows, upper triangle. */
    private static double[][] products(Features rows, int from, int to, double[] mean) {
        int columns = mean.length;
        double[][] sums = new double[columns][columns];
        double[] centred = new double[columns];
        for (int row = from; row < to; row++) {
            for (int column = 0; column < columns; column++) {
                centred[column] = rows.at(row, column) - mean[column];
            }
            for (int i = 0; i < columns; i++) {
                double[] sum = sums[i];
                double factor = centred[i];
                for (int j = i; j < columns; j++) {
                    sum[j] += factor * centred[j];
                }
            }
        }
        return sums;
    }
}
