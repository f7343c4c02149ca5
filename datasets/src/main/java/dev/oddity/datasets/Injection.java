package dev.oddity.datasets;

import java.util.Random;

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
     * @param values of the channel, in order of time; changed in place
     * @param labels of the points; what is changed becomes true
     */
    void into(double[] values, boolean[] labels, Random random);

    /** Points in a share: at least one. */
    static int points(double[] values, double share) {
        return Math.max(1, Share.of(values.length, share));
    }
}
