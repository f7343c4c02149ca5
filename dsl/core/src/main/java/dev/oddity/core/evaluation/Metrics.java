package dev.oddity.core.evaluation;

/**
 * The metrics, named as in scikit-learn and checked against it. Two kinds: of the ranking alone ({@link #rocAuc},
 * {@link #averagePrecision}, {@link #f1AtTrueRate}), which ignore the threshold; and of the decisions at the threshold.
 * Each depends on the multiset of (score, label) pairs only, not on the order of rows; equal scores are never split.
 */
public final class Metrics {

    private Metrics() {}

    /**
     * Area under the ROC curve, in [0, 1]; 0.5 is chance whatever the share of anomalies. The probability that an anomaly
     * scores above a normal row, an equal score counting half (Mann-Whitney).
     */
    public static Metric rocAuc() {
        return new RocAuc();
    }

    /**
     * Average precision, in (0, 1]; chance is the share of anomalies. The step-wise sum Σ (Rₖ − Rₖ₋₁) Pₖ of scikit-learn's
     * {@code average_precision_score}, not the trapezoid area under the precision-recall curve, which is too optimistic.
     */
    public static Metric averagePrecision() {
        return new AveragePrecision();
    }

    /** Of the rows called anomalies, the share that are, in [0, 1]; 0 if none is called. */
    public static Metric precision() {
        return new Precision();
    }

    /** Of the anomalies, the share that is found, in [0, 1]. */
    public static Metric recall() {
        return new Recall();
    }

    /** Harmonic mean of precision and recall at the threshold, in [0, 1]. */
    public static Metric f1() {
        return new F1();
    }

    /** Share of rows called what they are, in [0, 1]; tells little where anomalies are rare. */
    public static Metric accuracy() {
        return new Accuracy();
    }

    /**
     * F1 with as many rows called anomalies as there are, in [0, 1]: the figure of the DAGMM and GOAD papers' tables. The
     * cut lies at the k-th highest score, k being the number of anomalies, and takes in every row that equals it; without
     * ties there precision, recall and F1 are the same number. It uses the test labels to choose the cut: a yardstick
     * between papers, not what a user would see.
     */
    public static Metric f1AtTrueRate() {
        return new F1AtTrueRate();
    }
}
