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
}
