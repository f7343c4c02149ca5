package dev.oddity.core.evaluation;

/**
 * The metrics of rows, named as in scikit-learn and checked against it. Three kinds: of the ranking alone ({@link #rocAuc},
 * {@link #averagePrecision}, {@link #precisionAt} …), which ignore the threshold; of the decisions at the threshold; and of
 * calibrated probabilities ({@link #brier}, {@link #logLoss}). Each depends on the multiset of (score, label) pairs only, not
 * on the order of rows; equal scores are never split. Higher is better unless said otherwise. {@link SeriesMetrics} judge
 * points in time, {@link CostMetrics} time and memory.
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

    /** F1 with recall weighing β times as much as precision, at the threshold, in [0, 1]. See {@link ConfusionMatrix#fBeta}. */
    public static Metric fBeta(double beta) {
        return new FBeta(beta);
    }

    /** Of the normal rows, the share that passes, in [0, 1]: 1 − the rate of false alarms at the threshold. */
    public static Metric specificity() {
        return new Specificity();
    }

    /** Mean of recall and specificity at the threshold, in [0, 1]; ½ is chance whatever the share of anomalies. */
    public static Metric balancedAccuracy() {
        return new BalancedAccuracy();
    }

    /**
     * Matthews' correlation coefficient at the threshold, in [−1, 1]; 0 is chance, and 0 if all rows are called the same.
     * High only where all four counts are good, however rare anomalies are.
     */
    public static Metric mcc() {
        return new Mcc();
    }

    /**
     * Of the n highest scores, the share that are anomalies, in [0, 1]. Equal scores are never split: rows that equal the
     * n-th highest are all taken in, so that it may be of more than n rows, and a model that scores all rows alike has the
     * share of anomalies.
     *
     * @param n how many alerts can be looked at, at least 1 and at most the number of test rows
     */
    public static Metric precisionAt(int n) {
        return new PrecisionAt(n);
    }

    /**
     * Of the anomalies, the share among the n highest scores, in [0, 1]. Rows that equal the n-th highest are all taken in,
     * as in {@link #precisionAt}; read it beside that where scores have many ties.
     *
     * @param n how many alerts can be looked at, at least 1 and at most the number of test rows
     */
    public static Metric recallAt(int n) {
        return new RecallAt(n);
    }

    /**
     * The share of normal rows called anomalies at the highest cut that finds this share of the anomalies, in [0, 1]; lower
     * is better. The FPR95 of the papers at .95.
     *
     * @param tpr in (0, 1]
     */
    public static Metric fprAt(double tpr) {
        return new FprAt(tpr);
    }

    /**
     * Area under the ROC curve up to a false-positive rate, standardised so that ½ is chance and 1 is perfect whatever the
     * rate (McClish 1989, Analyzing a portion of the ROC curve): scikit-learn's {@code roc_auc_score(max_fpr=..)}. Below
     * chance it may go under ½, at the least to ½ − ½ m / (2 − m).
     *
     * @param maxFpr m in (0, 1]; 1 gives {@link #rocAuc()}
     */
    public static Metric partialAuc(double maxFpr) {
        return new PartialAuc(maxFpr);
    }

    /**
     * Mean of −log of the probability given to what is true, at least 0; lower is better. Probabilities are those of {@link
     * Calibration}, fitted on validation rows where they have labels of both kinds, else on the training scores, and
     * kept 2⁻⁵² away from 0 and 1: a model sure of what is false costs about 36 a row at most.
     */
    public static Metric logLoss() {
        return new LogLoss();
    }

    /**
     * Mean squared difference of probability and truth, in [0, 1]; lower is better, and giving each row the share of anomalies
     * s has s (1 − s). Probabilities as in {@link #logLoss()}.
     */
    public static Metric brier() {
        return new Brier();
    }
}
