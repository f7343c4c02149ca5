package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;

/**
 * Some rows stood on end, one array for each column: a loop over rows then runs along neighbouring numbers, which the JVM
 * turns into vector instructions. Every row's numbers are added in the order of the columns, whatever stands beside it.
 */
final class RowBlock {

    /** Rows in a block: few enough that a hundred columns stay in a core's cache. */
    static final int ROWS = 256;

    private final double[][] columns;
    private final int rows;

    private RowBlock(double[][] columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static RowBlock of(Features rows, int from, int to) {
        return of(rows, from, to, new double[rows.columns()]);
    }

    /** The rows {@code from} (inclusive) to {@code to} (exclusive), less a centre. */
    static RowBlock of(Features rows, int from, int to, double[] centre) {
        int width = centre.length;
        float[] values = rows.values();
        double[][] columns = new double[width][to - from];
        for (int row = from; row < to; row++) {
            int at = row * width;
            for (int column = 0; column < width; column++) {
                columns[column][row - from] = values[at + column] - centre[column];
            }
        }
        return new RowBlock(columns, to - from);
    }

    int rows() {
        return rows;
    }

    double[] column(int column) {
        return columns[column];
    }

    /**
     * Σⱼ weightⱼ · xⱼ of every row, over the columns {@code first} (inclusive) to {@code last} (exclusive).
     *
     * @param weights that of column 0 stands at {@code at}
     */
    double[] products(double[] weights, int at, int first, int last) {
        double[] sums = new double[rows];
        int column = first;
        for (; column + 4 <= last; column += 4) {
            int from = at + column;
            Multiples.add(
                    sums,
                    0,
                    rows,
                    weights[from],
                    columns[column],
                    weights[from + 1],
                    columns[column + 1],
                    weights[from + 2],
                    columns[column + 2],
                    weights[from + 3],
                    columns[column + 3]);
        }
        for (; column < last; column++) {
            Multiples.add(sums, 0, rows, weights[at + column], columns[column]);
        }
        return sums;
    }

    /** Takes Σᵢ directionᵢ · alongᵢ from every row; directions row-major, as many as there are arrays. */
    void subtract(double[] directions, double[][] along) {
        int width = columns.length;
        for (int column = 0; column < width; column++) {
            int direction = 0;
            for (; direction + 4 <= along.length; direction += 4) {
                int at = direction * width + column;
                Multiples.add(
                        columns[column],
                        0,
                        rows,
                        -directions[at],
                        along[direction],
                        -directions[at + width],
                        along[direction + 1],
                        -directions[at + 2 * width],
                        along[direction + 2],
                        -directions[at + 3 * width],
                        along[direction + 3]);
            }
            for (; direction < along.length; direction++) {
                Multiples.add(columns[column], 0, rows, -directions[direction * width + column], along[direction]);
            }
        }
    }

    /** Every number, row-major again. */
    double[] numbers() {
        double[] numbers = new double[rows * columns.length];
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < rows; row++) {
                numbers[row * columns.length + column] = columns[column][row];
            }
        }
        return numbers;
    }

    /** Σⱼ xⱼ² of every row. */
    double[] squares() {
        double[] sums = new double[rows];
        for (double[] column : columns) {
            Multiples.addSquares(sums, rows, column);
        }
        return sums;
    }

    /**
     * Σⱼ (xⱼ − pⱼ)² of every row.
     *
     * @param points numbers of points; those of p begin at {@code at}
     * @param sums receives them
     */
    void squaredDistances(double[] points, int at, double[] sums) {
        Arrays.fill(sums, 0, rows, 0);
        int column = 0;
        for (; column + 4 <= columns.length; column += 4) {
            int from = at + column;
            Multiples.addSquaredDifferences(
                    sums,
                    rows,
                    points[from],
                    columns[column],
                    points[from + 1],
                    columns[column + 1],
                    points[from + 2],
                    columns[column + 2],
                    points[from + 3],
                    columns[column + 3]);
        }
        for (; column < columns.length; column++) {
            Multiples.addSquaredDifferences(sums, rows, points[at + column], columns[column]);
        }
    }
}
