package dev.oddity.classical;

import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;

/**
 * Fits a {@link Mixture} to rows (Dempster, Laird &amp; Rubin, "Maximum likelihood from incomplete data via the EM
 * algorithm", Journal of the Royal Statistical Society B 39, 1977): shares each row among the components by their
 * densities, takes each component's weight, mean and covariance from its shares, and so on, until the mean of ln p(x) gains
 * less than a tolerance.
 *
 * @param rows each distinct row once
 * @param counts how often each appeared
 * @param covariance {@code full}, {@code tied} or {@code diagonal}
 * @param regularisation what is added to every variance
 */
record ExpectationMaximisation(Features rows, double[] counts, String covariance, double regularisation) {

    /** @param converged whether the tolerance was reached before the iterations were spent */
    record Fit(Mixture mixture, boolean converged) {}

    /** @param shares components × rows: how much of each row each component has to begin with; written over */
    Fit fit(double[][] shares, int iterations, double tolerance) {
        Mixture mixture = maximise(shares);
        double before = Double.NEGATIVE_INFINITY;
        for (int iteration = 0; iteration < iterations; iteration++) {
            double now = expect(mixture, shares);
            mixture = maximise(shares);
            if (Math.abs(now - before) < tolerance) {
                return new Fit(mixture, true);
            }
            before = now;
        }
        return new Fit(mixture, false);
    }

    /** The mean of ln p(x); the rows' new shares go into {@code shares}. */
    private double expect(Mixture mixture, double[][] shares) {
        double[] logDensities = new double[rows.rows()];
        RowScorer.inChunks(rows.rows(), (from, to) -> {
            double[] some = mixture.expect(rows.slice(from, to), shares, from);
            System.arraycopy(some, 0, logDensities, from, some.length);
        });
        double sum = 0;
        double total = 0;
        for (int row = 0; row < logDensities.length; row++) {
            sum += counts[row] * logDensities[row];
            total += counts[row];
        }
        return sum / total;
    }

    private Mixture maximise(double[][] shares) {
        int columns = rows.columns();
        int count = shares.length;
        double[] weights = new double[count];
        double[] means = new double[count * columns];
        double[][][] matrices = new double[count][][];
        for (int component = 0; component < count; component++) {
            double[] weighted = shares[component].clone();
            for (int row = 0; row < weighted.length; row++) {
                weighted[row] *= counts[row];
                weights[component] += weighted[row];
            }
            Covariance own =
                    covariance.equals("diagonal") ? Covariance.diagonal(rows, weighted) : Covariance.of(rows, weighted);
            System.arraycopy(own.mean(), 0, means, component * columns, columns);
            matrices[component] = own.matrix();
        }
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        for (int component = 0; component < count; component++) {
            weights[component] /= total;
        }
        return new Mixture(Tensor.of(weights), Tensor.of(means, count, columns), covariances(matrices, weights));
    }

    private Tensor covariances(double[][][] matrices, double[] weights) {
        int columns = rows.columns();
        if (covariance.equals("diagonal")) {
            double[] diagonals = new double[matrices.length * columns];
            for (int i = 0; i < diagonals.length; i++) {
                diagonals[i] = matrices[i / columns][i % columns][i % columns] + regularisation;
            }
            return Tensor.of(diagonals, matrices.length, columns);
        }
        boolean tied = covariance.equals("tied");
        double[] numbers = new double[(tied ? 1 : matrices.length) * columns * columns];
        for (int component = 0; component < matrices.length; component++) {
            int from = tied ? 0 : component * columns * columns;
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < columns; j++) {
                    numbers[from + i * columns + j] += (tied ? weights[component] : 1) * matrices[component][i][j];
                }
            }
        }
        for (int i = 0; i < numbers.length / columns; i++) {
            numbers[i * columns + i % columns] += regularisation;
        }
        return Tensor.of(numbers, tied ? 1 : matrices.length, columns, columns);
    }
}
