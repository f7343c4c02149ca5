package dev.oddity.core.chart;

import dev.oddity.core.evaluation.Predictions;
import java.util.Arrays;

/**
 * The score axis of a histogram: equal bins between two ends, in logarithms where positive scores span more than two
 * decades. An end is the extreme score, unless that lies farther from the outermost 0.2 % of the scores than half of what
 * lies between these: then the tail is gathered in the outermost bin, or it would press all others together.
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

    static ScoreScale of(Predictions predictions) {
        double[] ascending = predictions.scores();
        Arrays.sort(ascending);
        double low = at(FAR, ascending);
        double high = at(1 - FAR, ascending);
        double lowest = ascending[0];
        double highest = ascending[ascending.length - 1];
        boolean logarithmic = low > 0 && highest / low > TWO_DECADES;
        double reach = logarithmic ? Math.sqrt(high / low) : (high - low) / 2;
        double from = lowest >= (logarithmic ? low / reach : low - reach) ? lowest : low;
        double to = highest <= (logarithmic ? high * reach : high + reach) ? highest : high;
        if (from == to) {
            from = lowest;
            to = highest;
        }
        double margin = from == to ? 0.5 : 0;
        ScoreScale scale = new ScoreScale(from - margin, to + margin, logarithmic, from > lowest || to < highest);
        return scale.reaching(predictions.threshold());
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

    /** How far a score lies between the ends, 0 to 1; beyond them, the end. */
    double share(double score) {
        if (score <= low) {
            return 0;
        }
        double share = logarithmic ? Math.log(score / low) / Math.log(high / low) : (score - low) / (high - low);
        return Math.min(1, share);
    }

    private int bin(double score) {
        return Math.min(BINS - 1, (int) (share(score) * BINS));
    }

    private ScoreScale reaching(double threshold) {
        boolean drawable = Double.isFinite(threshold) && (!logarithmic || threshold > 0);
        return drawable
                ? new ScoreScale(Math.min(low, threshold), Math.max(high, threshold), logarithmic, gathering)
                : this;
    }

    private static double at(double quantile, double[] ascending) {
        return ascending[(int) Math.round(quantile * (ascending.length - 1))];
    }
}
