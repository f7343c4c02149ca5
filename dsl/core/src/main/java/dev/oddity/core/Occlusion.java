package dev.oddity.core;

import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What each number of a row adds to its score, for any model: how much the score falls when that number alone is replaced
 * by the training rows' median (occlusion, Zeiler &amp; Fergus 2014). A number that is odd only beside another is found only
 * so far as the model sees the pair.
 */
final class Occlusion {

    static final String BASIS =
            "How much the score falls when the training rows' median stands in a feature's place, one feature at a time.";

    /** Training rows that the median is taken from at most: enough for a typical value. */
    private static final int ROWS = 10_000;

    private Occlusion() {}

    /**
     * @param row one prepared row
     * @param typical the median of each number
     * @param scores of prepared rows
     */
    static double[] contributions(Features row, float[] typical, Function<Features, double[]> scores) {
        int columns = row.columns();
        float[] occluded = new float[Math.multiplyExact(columns, columns)];
        for (int column = 0; column < columns; column++) {
            System.arraycopy(row.values(), 0, occluded, column * columns, columns);
            occluded[column * columns + column] = typical[column];
        }
        int[] shape = row.shape().clone();
        shape[0] = columns;
        double score = scores.apply(row)[0];
        double[] without = scores.apply(new Features(occluded, shape, row.names()));
        return Arrays.stream(without).map(lower -> score - lower).toArray();
    }

    /** The median of each number over the training rows, or over evenly spaced ones of many. */
    static float[] typical(Features train) {
        int rows = Math.min(ROWS, train.rows());
        float[] typical = new float[train.columns()];
        float[] column = new float[rows];
        for (int j = 0; j < typical.length; j++) {
            for (int i = 0; i < rows; i++) {
                column[i] = train.at((int) ((long) i * train.rows() / rows), j);
            }
            Arrays.sort(column);
            typical[j] = column[rows / 2];
        }
        return typical;
    }
}
