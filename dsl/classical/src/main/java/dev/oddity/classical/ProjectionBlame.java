package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which columns make a row surprising: for each, Welch's t between the surprise of the projections that use the column and
 * of those that do not (Pevný, Machine Learning 102, 2016). Each surprise counts less what it is on average in training, so
 * that projections with few and with many bins compare.
 *
 * <p>Where every projection has one column alone, those of a column say nearly the same, and t, which divides by their
 * spread, nothing. There the score is a sum over the columns, and each is given its part of it.
 */
final class ProjectionBlame {

    private static final double NO_SPREAD = 1e-12;

    private ProjectionBlame() {}

    /** Row-major, rows × columns. */
    static double[] of(Surprises surprises, Features rows) {
        int columns = rows.columns();
        int all = surprises.projections();
        if (IntStream.range(0, all).allMatch(each -> surprises.projection(each).columns().length == 1)) {
            return parts(surprises, rows);
        }
        double[] expected = new double[all];
        for (int projection = 0; projection < all; projection++) {
            expected[projection] = surprises.expected(projection);
        }
        double[] blame = new double[rows.values().length];
        double[] sums = new double[columns];
        double[] squares = new double[columns];
        int[] users = new int[columns];
        for (int row = 0; row < rows.rows(); row++) {
            Arrays.fill(sums, 0);
            Arrays.fill(squares, 0);
            Arrays.fill(users, 0);
            double sum = 0;
            double square = 0;
            for (int projection = 0; projection < all; projection++) {
                double excess = surprises.of(projection, rows.values(), row * columns) - expected[projection];
                sum += excess;
                square += excess * excess;
                for (int column : surprises.projection(projection).columns()) {
                    sums[column] += excess;
                    squares[column] += excess * excess;
                    users[column]++;
                }
            }
            for (int column = 0; column < columns; column++) {
                int others = all - users[column];
                if (users[column] > 1 && others > 1) {
                    blame[row * columns + column] = t(
                            users[column],
                            sums[column],
                            squares[column],
                            others,
                            sum - sums[column],
                            square - squares[column]);
                }
            }
        }
        return blame;
    }

    private static double[] parts(Surprises surprises, Features rows) {
        int all = surprises.projections();
        double[] parts = new double[rows.values().length];
        for (int row = 0; row < rows.rows(); row++) {
            int from = row * rows.columns();
            for (int projection = 0; projection < all; projection++) {
                int column = surprises.projection(projection).columns()[0];
                parts[from + column] += surprises.of(projection, rows.values(), from) / all;
            }
        }
        return parts;
    }

    private static double t(int n, double sum, double squares, int m, double otherSum, double otherSquares) {
        double error = variance(n, sum, squares) / n + variance(m, otherSum, otherSquares) / m;
        return (sum / n - otherSum / m) / Math.sqrt(error + NO_SPREAD);
    }

    private static double variance(int n, double sum, double squares) {
        return Math.max(0, (squares - sum * sum / n) / (n - 1));
    }
}
