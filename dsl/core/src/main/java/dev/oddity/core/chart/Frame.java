package dev.oddity.core.chart;

import java.util.Arrays;

/**
 * The ends of an axis of points. An end is the outermost point, unless that lies farther from the outermost 0.5 % than half
 * of what lies between these: then points beyond are drawn at the edge, or they would press all others together.
 */
record Frame(double low, double high) {

    private static final double FAR = .005;
    private static final double MARGIN = .04;

    /** Of fewer points none is far from the others. */
    private static final int FEW = 20;

    static Frame of(double[] values) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        int last = ascending.length - 1;
        int far = values.length < FEW ? 0 : (int) Math.ceil(FAR * last);
        double reach = (ascending[last - far] - ascending[far]) / 2;
        double low = Math.max(ascending[0], ascending[far] - reach);
        double high = Math.min(ascending[last], ascending[last - far] + reach);
        if (low >= high) {
            low = ascending[0];
            high = ascending[last];
        }
        double margin = low == high ? .5 : MARGIN * (high - low);
        return new Frame(low - margin, high + margin);
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    /** The value, or the edge it lies beyond. */
    double held(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
