package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Mean and (population) covariance of rows, in double precision, on all cores.
 *
 * @param mean per column
 * @param matrix columns × columns, symmetric to the bit
 */
record Covariance(double[] mean, double[][] matrix) {

    /** Most partial sums; how rows are cut depends on their number alone, so cores change no bit. */
    private static final int PARTS = 64;

    private static final int LEAST_ROWS = 1_024;

    /** Rows whose products are added at once. */
    private static final int TOGETHER = 4;

    static Covariance of(Features rows) {
        return of(rows, equal(rows));
    }

    private static double[] equal(Features rows) {
        double[] weights = new double[rows.rows()];
        Arrays.fill(weights, 1);
        return weights;
    }

    /**
     * Σ wᵢ xᵢ / Σ wᵢ and Σ wᵢ (xᵢ − μ)(xᵢ − μ)ᵀ / Σ wᵢ.
     *
     * @param weights one per row, none negative; if all are 0, so is everything
     */
    static Covariance of(Features rows, double[] weights) {
        double total = total(weights);
        double[] mean = mean(rows, weights, total);
        double[][] matrix = sum(rows.rows(), part -> products(rows, weights, part, mean));
        for (int i = 0; i < mean.length; i++) {
            for (int j = i; j < mean.length; j++) {
                matrix[i][j] /= total;
                matrix[j][i] = matrix[i][j];
            }
        }
        return new Covariance(mean, matrix);
    }

    /** The same mean, and each column's variance on the diagonal of a matrix that is 0 elsewhere: linear in columns. */
    static Covariance diagonal(Features rows, double[] weights) {
        Marginals each = marginals(rows, weights);
        double[][] matrix = new double[each.means.length][each.means.length];
        for (int column = 0; column < matrix.length; column++) {
            matrix[column][column] = each.variances[column];
        }
        return new Covariance(each.means, matrix);
    }

    /** Each column's mean and (population) variance. */
    record Marginals(double[] means, double[] variances) {}

    static Marginals marginals(Features rows) {
        return marginals(rows, equal(rows));
    }

    private static Marginals marginals(Features rows, double[] weights) {
        double total = total(weights);
        double[] mean = mean(rows, weights, total);
        double[] variances = sum(rows.rows(), part -> squares(rows, weights, part, mean))[0];
        for (int column = 0; column < variances.length; column++) {
            variances[column] /= total;
        }
        return new Marginals(mean, variances);
    }

    /** (1 − share) · this covariance + share · another; this mean. */
    Covariance mixed(double share, double[][] other) {
        double[][] mixed = new double[mean.length][mean.length];
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                mixed[i][j] = (1 - share) * matrix[i][j] + share * other[i][j];
            }
        }
        return new Covariance(mean, mixed);
    }

    private static double total(double[] weights) {
        double total = Arrays.stream(weights).sum();
        return total > 0 ? total : 1;
    }

    private static double[] mean(Features rows, double[] weights, double total) {
        double[] mean = sum(rows.rows(), part -> sums(rows, weights, part))[0];
        for (int column = 0; column < mean.length; column++) {
            mean[column] /= total;
        }
        return mean;
    }

    /** A run of rows. */
    private record Part(int from, int to) {}

    /** What the parts give, computed on all cores and added in their order. */
    private static double[][] sum(int rows, Function<Part, double[][]> partial) {
        int size = Math.max(LEAST_ROWS, (rows + PARTS - 1) / PARTS);
        double[][][] parts = IntStream.range(0, (rows + size - 1) / size)
                .parallel()
                .mapToObj(part -> partial.apply(new Part(part * size, (int) Math.min((part + 1L) * size, rows))))
                .toArray(double[][][]::new);
        double[][] sum = parts[0];
        for (int part = 1; part < parts.length; part++) {
            for (int i = 0; i < sum.length; i++) {
                Multiples.add(sum[i], 0, sum[i].length, 1, parts[part][i]);
            }
        }
        return sum;
    }

    private static double[][] sums(Features rows, double[] weights, Part part) {
        int columns = rows.columns();
        double[] sums = new double[columns];
        for (int row = part.from; row < part.to; row++) {
            for (int column = 0; column < columns; column++) {
                sums[column] += weights[row] * rows.values()[row * columns + column];
            }
        }
        return new double[][] {sums};
    }

    private static double[][] squares(Features rows, double[] weights, Part part, double[] mean) {
        int columns = mean.length;
        double[] sums = new double[columns];
        for (int row = part.from; row < part.to; row++) {
            for (int column = 0; column < columns; column++) {
                double centred = rows.values()[row * columns + column] - mean[column];
                sums[column] += weights[row] * centred * centred;
            }
        }
        return new double[][] {sums};
    }

    /** Σ w (x − μ)(x − μ)ᵀ over some rows, upper triangle; rows without weight cost nothing. */
    private static double[][] products(Features rows, double[] weights, Part part, double[] mean) {
        int columns = mean.length;
        double[][] sums = new double[columns][columns];
        double[][] centred = new double[TOGETHER][columns];
        double[] factors = new double[TOGETHER];
        int gathered = 0;
        for (int row = part.from; row < part.to; row++) {
            if (weights[row] == 0) {
                continue;
            }
            int at = row * columns;
            for (int column = 0; column < columns; column++) {
                centred[gathered][column] = rows.values()[at + column] - mean[column];
            }
            factors[gathered++] = weights[row];
            if (gathered == TOGETHER) {
                add(sums, factors, centred);
                gathered = 0;
            }
        }
        Arrays.fill(factors, gathered, TOGETHER, 0);
        add(sums, factors, centred);
        return sums;
    }

    private static void add(double[][] sums, double[] factors, double[][] centred) {
        double[] x = centred[0];
        double[] y = centred[1];
        double[] z = centred[2];
        double[] w = centred[3];
        for (int i = 0; i < sums.length; i++) {
            Multiples.add(
                    sums[i],
                    i,
                    sums.length,
                    factors[0] * x[i],
                    x,
                    factors[1] * y[i],
                    y,
                    factors[2] * z[i],
                    z,
                    factors[3] * w[i],
                    w);
        }
    }
}
