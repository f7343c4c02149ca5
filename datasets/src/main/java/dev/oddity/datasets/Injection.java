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
     * Changes one channel of a series, or of several that follow each other, and marks what it changed.
     *
     * @param values of the channel, each series in order of time, NaN where missing; changed in place
     * @param series the number of the series that each point is of, from 0, ascending
     * @param labels of the points; what is changed becomes true
     */
    void into(double[] values, int[] series, boolean[] labels, Random random);
}
