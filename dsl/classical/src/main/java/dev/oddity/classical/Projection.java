package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A weighted sum of a few columns.
 *
 * @param columns those with a weight, ascending
 * @param weights theirs
 */
record Projection(int[] columns, double[] weights) {

    /** @param weights projections × columns, mostly zeros */
    static Projection[] of(double[] weights, int columns) {
        return IntStream.range(0, weights.length / columns)
                .map(projection -> projection * columns)
                .mapToObj(from -> {
                    int[] used = IntStream.range(0, columns)
                            .filter(column -> weights[from + column] != 0)
                            .toArray();
                    return new Projection(
                            used,
                            Arrays.stream(used)
                                    .mapToDouble(column -> weights[from + column])
                                    .toArray());
                })
                .toArray(Projection[]::new);
    }

    double[] of(Features rows) {
        double[] sums = new double[rows.rows()];
        int width = rows.columns();
        float[] values = rows.values();
        for (int row = 0; row < sums.length; row++) {
            sums[row] = of(values, row * width);
        }
        return sums;
    }

    /** Of the row that begins here. */
    double of(float[] values, int from) {
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            sum += weights[i] * values[from + columns[i]];
        }
        return sum;
    }
}
