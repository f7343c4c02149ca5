package dev.oddity.core.evaluation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Scored test rows with the truth beside them: what every {@link Metric} and curve is computed from. Immutable; the
 * scores are sorted once, when the first metric or curve needs their order, and every later one shares it.
 */
public final class Predictions {

    private final double[] scores;
    private final boolean[] labels;
    private final double threshold;

    /** Computed from final fields only, so two threads that both find it missing make equal ones. */
    private volatile @Nullable Ranking ranking;

    /**
     * @param scores one per row, higher = more anomalous; finite
     * @param labels one per row, true = anomaly; both kinds occur
     * @param threshold a row is called an anomaly when its score is greater; may be infinite, not NaN
     * @throws IllegalArgumentException if any of this does not hold, saying what was given and what to do
     */
    public Predictions(double[] scores, boolean[] labels, double threshold) {
        this.scores = scores.clone();
        this.labels = labels.clone();
        this.threshold = threshold;
        ScoreRules.finite("test", scores);
        ScoreRules.onePerLabel("test", scores, labels);
        ScoreRules.bothKinds(labels);
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException(
                    "the threshold is NaN: it must be a number; choose one with .threshold(contamination(0.05))");
        }
    }

    /**
     * @param labels of test rows, true = anomaly
     * @throws IllegalArgumentException if they are not of both kinds, so that nothing could be judged
     */
    public static void requireBothKinds(boolean[] labels) {
        ScoreRules.bothKinds(labels);
    }

    /** A copy, one per row. */
    public double[] scores() {
        return scores.clone();
    }

    /** A copy, one per row, true = anomaly. */
    public boolean[] labels() {
        return labels.clone();
    }

    public double threshold() {
        return threshold;
    }

    public int rows() {
        return scores.length;
    }

    /** The decisions at {@link #threshold()} against the truth. */
    public ConfusionMatrix confusionMatrix() {
        return ConfusionMatrix.count(scores, labels, threshold);
    }

    /** The rows by descending score. */
    Ranking ranking() {
        Ranking known = ranking;
        if (known == null) {
            known = Ranking.of(scores, labels);
            ranking = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Predictions[%,d rows, %,d anomalies, threshold %.4g]",
                rows(),
                ScoreRules.count(labels),
                threshold);
    }
}
