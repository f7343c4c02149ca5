package dev.oddity.core.evaluation;

/**
 * The thresholds. None sees a test row. Quantiles interpolate linearly between order statistics, as numpy does by default:
 * of n ascending scores s₀ … sₙ₋₁ the q quantile lies at position q (n − 1).
 */
public final class Thresholds {

    private Thresholds() {}

    /**
     * Calls the expected share of rows anomalies: the cut is the (1 − share) quantile of the validation scores where the
     * split has validation rows, since these are drawn as the test rows are, else of the training scores.
     *
     * @param share of anomalies expected among new rows; greater than 0 and below 1
     * @throws IllegalArgumentException if the share is outside
     */
    public static Threshold contamination(double share) {
        return new Contamination(share);
    }

    /**
     * The q quantile of the training scores: where training rows are normal, 1 − q is the expected rate of false alarms.
     *
     * @param q at least 0 and at most 1; 1 is the highest training score
     * @throws IllegalArgumentException if q is outside
     */
    public static Threshold quantile(double q) {
        return new Quantile(q);
    }

    /**
     * The cut with the highest F1 on the validation rows; of equal ones the highest cut, for fewer alarms. It lies half-way
     * between the two neighbouring scores. Needs validation rows with both normal rows and anomalies.
     */
    public static Threshold bestF1() {
        return new BestF1();
    }

    /**
     * The cut with the highest Fβ = (1 + β²) TP / ((1 + β²) TP + β² FN + FP) on the validation rows, found as {@link
     * #bestF1} finds its own. β &gt; 1 weighs recall more, β &lt; 1 precision (van Rijsbergen, Information Retrieval, 1979).
     *
     * @param beta greater than 0 and finite
     * @throws IllegalArgumentException if it is outside
     */
    public static Threshold bestFBeta(double beta) {
        return new BestFBeta(beta);
    }

    /**
     * The cut with the least cost on the validation rows, falseAlarm · FP + miss · FN; of equal ones the highest. Where no
     * alarm at all is cheapest, the highest validation score. Needs validation rows with both normal rows and anomalies.
     *
     * <p>The cost is counted over rows as the validation part has them. If anomalies have share v there and share π among
     * the rows to come, multiply {@code miss} by (π / (1 − π)) / (v / (1 − v)) to minimise the expected cost of those.
     *
     * @param falseAlarm of one normal row called an anomaly; greater than 0
     * @param miss of one anomaly called normal, in the same unit; greater than 0
     * @throws IllegalArgumentException if one is outside
     */
    public static Threshold cost(double falseAlarm, double miss) {
        return new CostThreshold(falseAlarm, miss);
    }

    /**
     * The lowest cut that raises at most this many alerts in as many rows, as a rate: ⌊n · alerts / perRows⌋ of the n
     * validation scores lie above it where the split has validation rows, else of the n training scores; fewer where scores
     * are equal. With fewer than perRows / alerts scores to fit on it is the highest of them. Never the top rows of the test
     * part: a new day may have more alerts or fewer.
     *
     * @param alerts at least 1
     * @param perRows that many rows come in the time the budget is for; greater than {@code alerts}
     * @throws IllegalArgumentException if one is outside
     */
    public static Threshold alertBudget(int alerts, int perRows) {
        return new AlertBudget(alerts, perRows);
    }

    /** {@link #meanPlusSd(double)} with k = 3. */
    public static Threshold meanPlusSd() {
        return meanPlusSd(3);
    }

    /**
     * μ + k σ of the training scores, σ with n in the denominator as numpy has it. TensorFlow's tutorial on autoencoders
     * takes k = 1. Of normal scores k = 3 leaves 0.13 % above; a single far score moves both μ and σ.
     *
     * @param k at least 0
     * @throws IllegalArgumentException if it is outside
     */
    public static Threshold meanPlusSd(double k) {
        return new MeanPlusSd(k);
    }

    /** {@link #mad(double)} with k = 3. */
    public static Threshold mad() {
        return mad(3);
    }

    /**
     * median + k · 1.4826 · MAD of the training scores, MAD being the median of |s − median|: as {@link #meanPlusSd(double)}
     * for normal scores, but unmoved by up to half of them (Leys et al., J. Exp. Soc. Psychol. 49, 2013). Where more than half
     * of the scores are equal, so that MAD = 0, the mean of |s − median| times √(π/2) takes its place.
     *
     * @param k at least 0
     * @throws IllegalArgumentException if it is outside
     */
    public static Threshold mad(double k) {
        return new Mad(k);
    }

    /** {@link #iqrRule(double)} with k = 1.5. */
    public static Threshold iqrRule() {
        return iqrRule(1.5);
    }

    /**
     * Q₃ + k (Q₃ − Q₁) of the training scores: the upper fence of a box plot (Tukey, Exploratory Data Analysis, 1977). Of
     * normal scores k = 1.5 leaves 0.35 % above.
     *
     * @param k at least 0
     * @throws IllegalArgumentException if it is outside
     */
    public static Threshold iqrRule(double k) {
        return new IqrRule(k);
    }

    /** {@link #peaksOverThreshold(double, double)} with q = 1e-4 and the 0.98 quantile. */
    public static Threshold peaksOverThreshold() {
        return peaksOverThreshold(PeaksOverThreshold.Q);
    }

    /** {@link #peaksOverThreshold(double, double)} over the 0.98 quantile. */
    public static Threshold peaksOverThreshold(double q) {
        return peaksOverThreshold(q, PeaksOverThreshold.LEVEL);
    }

    /**
     * Extreme-value threshold: a generalised Pareto distribution with shape γ and scale σ is fitted by maximum likelihood to
     * the excesses of the training scores over their {@code level} quantile t, and the cut is the score that a row like the
     * training rows exceeds with probability q: t + (σ / γ) ((q n / nₜ)^(−γ) − 1), nₜ of n scores being above t; t − σ
     * log(q n / nₜ) for γ = 0 (Siffer et al., KDD 2017, equation 1). Reaches beyond the highest training score where {@link
     * #quantile} cannot. Deterministic; time linear in nₜ after one sort.
     *
     * @param q expected rate of false alarms; greater than 0 and below 1 − level
     * @param level where the tail begins; greater than 0 and below 1; at least 10 scores must lie above it
     * @throws IllegalArgumentException if one is outside, or when fitted to fewer than 10 excesses
     */
    public static Threshold peaksOverThreshold(double q, double level) {
        return new PeaksOverThreshold(q, level);
    }
}
