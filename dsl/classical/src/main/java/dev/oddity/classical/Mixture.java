package dev.oddity.classical;

import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Map;

/** A sum of Gaussians: p(x) = Σ wₖ N(x; μₖ, Σₖ). */
final class Mixture implements RowScorer {

    private final Tensor weights;
    private final Tensor means;
    private final Tensor covariances;
    private final QuadraticForm[] distances;

    /** ln(wₖ |2πΣₖ|^-½). */
    private final double[] logHeights;

    /**
     * @param covariances components × columns × columns; 1 × columns × columns if all share one; components × columns if
     *     they are diagonals
     * @throws IllegalArgumentException if a covariance is singular
     */
    Mixture(Tensor weights, Tensor means, Tensor covariances) {
        this.weights = weights;
        this.means = means;
        this.covariances = covariances;
        int count = means.shape()[0];
        int columns = means.shape()[1];
        this.distances = new QuadraticForm[count];
        this.logHeights = new double[count];
        Cholesky factor = null;
        double[] whitening = new double[0];
        for (int component = 0; component < count; component++) {
            if (component < covariances.shape()[0]) {
                factor = Cholesky.of(matrix(component))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "gaussianMixture(): a component's covariance is singular; scale the columns to like spread, or"
                                        + " give a larger .regularisation(..)"));
                whitening = factor.whitening();
            }
            double[] mean = Arrays.copyOfRange(means.doubles(), component * columns, (component + 1) * columns);
            distances[component] = new QuadraticForm(mean, whitening);
            logHeights[component] = Math.log(weights.doubles()[component])
                    - (columns * Math.log(2 * Math.PI) + factor.logDeterminant()) / 2;
        }
    }

    static Mixture of(ModelState state) {
        return new Mixture(state.tensor("weights"), state.tensor("means"), state.tensor("covariances"));
    }

    ModelState state() {
        return new ModelState(Map.of("weights", weights, "means", means, "covariances", covariances), Map.of());
    }

    int columns() {
        return means.shape()[1];
    }

    private double[][] matrix(int component) {
        int columns = columns();
        double[][] matrix = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            if (covariances.shape().length == 2) {
                matrix[i][i] = covariances.doubles()[component * columns + i];
            } else {
                System.arraycopy(covariances.doubles(), (component * columns + i) * columns, matrix[i], 0, columns);
            }
        }
        return matrix;
    }

    /** −ln p(x). */
    @Override
    public double[] score(Features rows) {
        double[][] logs = logDensities(rows);
        double[] scores = new double[rows.rows()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = -logSum(logs, row);
        }
        return scores;
    }

    /**
     * ln p(x) of each row, and into {@code shares} how much of it each component has: p(k | x), below 10⁻¹⁶ none.
     *
     * @param shares components × all rows
     * @param from where among all rows these begin
     */
    double[] expect(Features rows, double[][] shares, int from) {
        double[][] logs = logDensities(rows);
        double[] logDensities = new double[rows.rows()];
        for (int row = 0; row < logDensities.length; row++) {
            double sum = logSum(logs, row);
            logDensities[row] = sum;
            for (int component = 0; component < shares.length; component++) {
                double share = Math.exp(logs[component][row] - sum);
                shares[component][from + row] = share < 1e-16 ? 0 : share;
            }
        }
        return logDensities;
    }

    /** Σₖ p(k | x) times the terms of the k-th squared distance, row-major. */
    double[] terms(Features rows) {
        double[][] shares = new double[distances.length][rows.rows()];
        expect(rows, shares, 0);
        double[] sums = new double[rows.values().length];
        for (int component = 0; component < distances.length; component++) {
            double[] terms = distances[component].terms(rows);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += shares[component][i / columns()] * terms[i];
            }
        }
        return sums;
    }

    /** ln(wₖ N(x; μₖ, Σₖ)), components × rows. */
    private double[][] logDensities(Features rows) {
        double[][] logs = new double[distances.length][];
        for (int component = 0; component < logs.length; component++) {
            logs[component] = distances[component].score(rows);
            for (int row = 0; row < logs[component].length; row++) {
                logs[component][row] = logHeights[component] - logs[component][row] / 2;
            }
        }
        return logs;
    }

    /** ln Σ eˡ, without overflow. */
    private static double logSum(double[][] logs, int row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double[] component : logs) {
            largest = Math.max(largest, component[row]);
        }
        double sum = 0;
        for (double[] component : logs) {
            sum += Math.exp(component[row] - largest);
        }
        return largest + Math.log(sum);
    }
}
