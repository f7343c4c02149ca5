package dev.oddity.classical;

import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;
import java.util.Arrays;

/**
 * Weighted sums Σᵢ αᵢ exp(−γ‖x − xᵢ‖²) over fixed points xᵢ.
 *
 * <p>Points are kept column by column in blocks, so that the inner loop runs over points without a dependency from one
 * to the next and the compiler may use vector instructions; each sum is still added in one fixed order.
 */
final class GaussianKernel {

    private static final int BLOCK = 512;

    /** Beside a term of 1, one with a smaller exponent is nothing, however many of them. */
    private static final double UNDERFLOW = -80;

    private final float[][] blocks;
    private final int columns;
    private final double[] weights;
    private final double gamma;

    /** @param points row-major, one weight each */
    GaussianKernel(float[] points, int columns, double[] weights, double gamma) {
        this.columns = columns;
        this.weights = weights;
        this.gamma = gamma;
        this.blocks = new float[(weights.length + BLOCK - 1) / BLOCK][];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = new float[BLOCK * columns];
            int from = block * BLOCK;
            for (int point = from; point < Math.min(from + BLOCK, weights.length); point++) {
                for (int column = 0; column < columns; column++) {
                    blocks[block][column * BLOCK + point - from] = points[point * columns + column];
                }
            }
        }
    }

    /** The given γ, or for 0 scikit-learn's "scale": 1/(columns · variance of all numbers), 1 if they are all equal. */
    static double gamma(double given, Features rows) {
        if (given > 0) {
            return given;
        }
        double mean = 0;
        for (float value : rows.values()) {
            mean += value;
        }
        mean /= rows.values().length;
        double squares = 0;
        for (float value : rows.values()) {
            squares += (value - mean) * (value - mean);
        }
        double variance = squares / rows.values().length;
        return variance > 0 ? 1 / (rows.columns() * variance) : 1;
    }

    /** The model ρ − Σᵢ αᵢ exp(−γ‖x − xᵢ‖²), its points under the given name in its state. */
    static NumbersModel model(String detector, ModelState state, String points, double rho) {
        Tensor kept = state.tensor(points);
        int columns = kept.shape()[1];
        GaussianKernel kernel = new GaussianKernel(
                kept.floats(),
                columns,
                state.tensor("coefficients").doubles(),
                state.tensor("gamma").doubles()[0]);
        RowScorer scorer = rows -> {
            double[] scores = kernel.sums(rows);
            for (int row = 0; row < scores.length; row++) {
                scores[row] = rho - scores[row];
            }
            return scores;
        };
        return new NumbersModel(detector, columns, state, scorer.inParallel().onDistinctRows());
    }

    double[] sums(Features rows) {
        double[] sums = new double[rows.rows()];
        double[] distances = new double[BLOCK];
        for (int block = 0; block < blocks.length; block++) {
            int from = block * BLOCK;
            int points = Math.min(BLOCK, weights.length - from);
            for (int row = 0; row < sums.length; row++) {
                squaredDistances(rows, row, blocks[block], distances);
                for (int point = 0; point < points; point++) {
                    sums[row] += weights[from + point] * Math.exp(-gamma * distances[point]);
                }
            }
        }
        return sums;
    }

    /**
     * Their logarithms, finite however far a row is from all points; −∞ only where no point is left.
     *
     * @param own the point that the first row is, the next row being the next point and so on, each left out once of its own
     *     sum; −1 if the rows are no points
     */
    double[] logSums(Features rows, int own) {
        double[] sums = new double[rows.rows()];
        double[] nearest = new double[rows.rows()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        double[] distances = new double[BLOCK];
        double[] left = new double[BLOCK];
        for (int block = 0; block < blocks.length; block++) {
            int from = block * BLOCK;
            int points = Math.min(BLOCK, weights.length - from);
            System.arraycopy(weights, from, left, 0, points);
            for (int row = 0; row < sums.length; row++) {
                squaredDistances(rows, row, blocks[block], distances);
                int itself = own < 0 ? -1 : own + row - from;
                boolean here = itself >= 0 && itself < points;
                if (here) {
                    left[itself]--;
                }
                double least = nearest[row];
                for (int point = 0; point < points; point++) {
                    least = left[point] > 0 ? Math.min(least, distances[point]) : least;
                }
                if (least < nearest[row]) {
                    sums[row] *= Math.exp(gamma * (least - nearest[row]));
                    nearest[row] = least;
                }
                for (int point = 0; point < points; point++) {
                    double exponent = gamma * (least - distances[point]);
                    if (exponent > UNDERFLOW && left[point] > 0) {
                        sums[row] += left[point] * Math.exp(exponent);
                    }
                }
                if (here) {
                    left[itself]++;
                }
            }
        }
        for (int row = 0; row < sums.length; row++) {
            sums[row] = Math.log(sums[row]) - (sums[row] > 0 ? gamma * nearest[row] : 0);
        }
        return sums;
    }

    private void squaredDistances(Features rows, int row, float[] points, double[] distances) {
        Arrays.fill(distances, 0);
        for (int column = 0; column < columns; column++) {
            double value = rows.values()[row * columns + column];
            int at = column * BLOCK;
            for (int point = 0; point < BLOCK; point++) {
                double difference = value - points[at + point];
                distances[point] += difference * difference;
            }
        }
    }
}
