package dev.oddity.datasets;

/**
 * How the columns of rows vary together, and the mean that they vary about.
 *
 * @param mean one per column
 * @param values columns × columns, over n − 1; of a single row all 0
 */
public record Covariance(double[] mean, double[][] values) {

    /** Those of at least one row. */
    public static Covariance of(Features rows) {
        double[] mean = mean(rows);
        return new Covariance(mean, covariance(rows, mean));
    }

    private static double[] mean(Features rows) {
        double[] mean = new double[rows.columns()];
        for (int i = 0; i < rows.values().length; i++) {
            mean[i % mean.length] += rows.values()[i];
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= rows.rows();
        }
        return mean;
    }

    private static double[][] covariance(Features rows, double[] mean) {
        int columns = mean.length;
        double[][] covariance = new double[columns][columns];
        double[] centred = new double[columns];
        for (int row = 0; row < rows.rows(); row++) {
            for (int i = 0; i < columns; i++) {
                centred[i] = rows.values()[row * columns + i] - mean[i];
            }
            for (int i = 0; i < columns; i++) {
                double[] line = covariance[i];
                double value = centred[i];
                for (int j = 0; j <= i; j++) {
                    line[j] += value * centred[j];
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] /= Math.max(1, rows.rows() - 1);
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }
}
