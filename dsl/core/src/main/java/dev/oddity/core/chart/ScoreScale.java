package dev.oddity.core.chart;

import dev.oddity.core.evaluation.Predictions;
import java.util.Arrays;

/**
 * The score axis of a histogram: equal bins between two ends, in logarithms where positive scores span more than two
 * decades.
 *
 * @param low lower end of the first bin, which also takes every lower score
 * @param high upper end of the last bin, which also takes every higher score
 * @param logarithmic whether bins are equal in the logarithm
 * @param gathering whether scores lie beyond the ends
 */
record ScoreScale(double low, double high, boolean logarithmic, boolean gathering) {

    static final int BINS = 60;

    private static final double FAR = 0.002;
    private static final double TWO_DECADES = 100;
    /** A tail that would leave the other scores less than a third of the axis is gathered. */
    private static final double THIRD = 3;

    static ScoreScale of(Predictions predictions) {
        double[] ascending = predictions.scores();
        Arrays.sort(ascending);
        double lowest = ascending[0];
        double highest = ascending[ascending.length - 1];
        double low = at(FAR, ascending);
        if (low > 0 && highest / low > TWO_DECADES) {
            return containing(predictions.threshold(), new ScoreScale(low, highest, true, lowest < low));
        }
        double high = at(1 - FAR, ascending);
        if (high > low && highest - lowest > THIRD * (high - low)) {
            return containing(predictions.threshold(), new ScoreScale(low, high, false, true));
        }
        double margin = highest > lowest ? 0 : 0.5;
        return containing(predictions.threshold(), new ScoreScale(lowest - margin, highest + margin, false, false));
    }

    /** Rows per bin of one kind. */
    int[] count(Predictions predictions, boolean kind) {
        double[] scores = predictions.scores();
        boolean[] labels = predictions.labels();
        int[] counts = new int[BINS];
        for (int row = 0; row < scores.length; row++) {
            if (labels[row] == kind) {
                counts[bin(scores[row])]++;
            }
        }
        return counts;
    }

    /** The lower end of a bin, or with {@link #BINS} the upper end of the last. */
    double edge(int bin) {
        double share = (double) bin / BINS;
        return logarithmic ? low * Math.pow(high / low, share) : low + share * (high - low);
    }

    private int bin(double score) {
        if (score <= low) {
            return 0;
        }
        double share = logarithmic ? Math.log(score / low) / Math.log(high / low) : (score - low) / (high - low);
        return Math.min(BINS - 1, (int) (share * BINS));
    }

    private static ScoreScale containing(double threshold, ScoreScale scale) {
        boolean drawable = Double.isFinite(threshold) && (!scale.logarithmic || threshold > 0);
        return drawable
                ? new ScoreScale(
                        Math.min(scale.low, threshold),
                        Math.max(scale.high, threshold),
                        scale.logarithmic,
                        scale.gathering)
                : scale;
    }

    private static double at(double quantile, double[] ascending) {
        return ascending[(int) Math.round(quantile * (ascending.length - 1))];
    }
}
