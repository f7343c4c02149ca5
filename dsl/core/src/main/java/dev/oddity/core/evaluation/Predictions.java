package dev.oddity.core.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scored test examples with the truth beside them: what every {@link Metric} and curve is computed from. Some know more:
 * the order of their points in time, how a score becomes a probability, what the run cost. Immutable; the scores are sorted
 * once, when the first metric or curve needs their order, and every later one shares it.
 */
public final class Predictions {

    private final double[] scores;
    private final boolean[] labels;
    private final double threshold;
    private final @Nullable Timeline timeline;
    private final @Nullable Calibration calibration;
    private final @Nullable Cost cost;

    /** Computed from final fields only, so two threads that both find it missing make equal ones. */
    private volatile @Nullable Ranking ranking;

    /**
     * @param scores one per row, higher = more anomalous; finite
     * @param labels one per row, true = anomaly; both kinds occur
     * @param threshold a row is called an anomaly when its score is greater; may be infinite, not NaN
     * @throws IllegalArgumentException if any of this does not hold, saying what was given and what to do
     */
    public Predictions(double[] scores, boolean[] labels, double threshold) {
        this(scores.clone(), labels.clone(), threshold, null, null, null);
        ScoreRules.finite("test", scores);
        ScoreRules.onePerLabel("test", scores, labels);
        ScoreRules.bothKinds(labels);
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException(
                    "the threshold is NaN: it must be a number; choose one with .threshold(contamination(0.05))");
        }
    }

    private Predictions(
            double[] scores,
            boolean[] labels,
            double threshold,
            @Nullable Timeline timeline,
            @Nullable Calibration calibration,
            @Nullable Cost cost) {
        this.scores = scores;
        this.labels = labels;
        this.threshold = threshold;
        this.timeline = timeline;
        this.calibration = calibration;
        this.cost = cost;
    }

    /** The same, with the order of time in which {@link SeriesMetrics} judge. */
    public Predictions withTimeline(Timeline points) {
        points.check(scores.length);
        return new Predictions(scores, labels, threshold, points, calibration, cost);
    }

    /** The same, with the probabilities that {@link Metrics#brier()} and {@link Metrics#logLoss()} judge. */
    public Predictions withCalibration(Calibration fitted) {
        return new Predictions(scores, labels, threshold, timeline, fitted, cost);
    }

    /** The same, with what {@link CostMetrics} tell. */
    public Predictions withCost(Cost measured) {
        return new Predictions(scores, labels, threshold, timeline, calibration, measured);
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

    /** What the run that made them took; empty if none did. */
    public Optional<Cost> cost() {
        return Optional.ofNullable(cost);
    }

    /** How a score becomes the probability of an anomaly; empty if nothing asked for it. */
    public Optional<Calibration> calibration() {
        return Optional.ofNullable(calibration);
    }

    /** One probability per row. */
    double[] probabilities() {
        if (calibration == null) {
            throw new IllegalArgumentException("these predictions have scores and no probabilities; calibrate them with"
                    + " .withCalibration(Calibration.fit(..)), on training or validation scores");
        }
        double[] probabilities = new double[scores.length];
        for (int row = 0; row < scores.length; row++) {
            probabilities[row] = calibration.probability(scores[row]);
        }
        return probabilities;
    }

    /** The scored points in the order of time, one element per unbroken series. */
    List<Series> series() {
        if (timeline == null) {
            throw new IllegalArgumentException("these predictions have no order of time, and a series is judged in it;"
                    + " give it with .withTimeline(..)");
        }
        return timeline.series(scores);
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
