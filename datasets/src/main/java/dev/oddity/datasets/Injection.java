package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A kind of anomaly to be put into a series of numbers, for teaching. A value; its text is its word.
 *
 * <p>The three kinds are those of Chandola, Banerjee and Kumar, Anomaly Detection: A Survey (2009), section 2.2. Make them
 * with {@link Injections}.
 */
public sealed interface Injection permits PointInjection, ContextualInjection, CollectiveInjection {

    /**
     * Changes one channel of a series, and marks what it changed.
     *
     * @param values of the channel, in order of time, NaN where missing; changed in place, at least two of them different
     * @param labels of the points; what is changed becomes true
     */
    void into(double[] values, boolean[] labels, Random random);

    /** Points in a share: at least one. */
    static int points(double[] values, double share) {
        return Math.max(1, Share.of(values.length, share));
    }

    /** The points of a share in random order, none of them missing. */
    static int[] drawn(double[] values, double share, Random random) {
        int[] present = IntStream.range(0, values.length)
                .filter(point -> !Double.isNaN(values[point]))
                .toArray();
        int[] order = RowOrder.shuffled(present, random);
        return Arrays.copyOf(order, Math.min(order.length, points(values, share)));
    }
}
