package dev.oddity.core.evaluation;

import java.util.function.DoubleUnaryOperator;

/**
 * How a score becomes the probability that its row is an anomaly: rising with the score, in [0, 1], fitted without a test
 * row. Two forms, by what the split gives:
 *
 * <ul>
 *   <li>Where there are validation rows with both normal rows and anomalies, Platt's: 1 / (1 + e^−(a s + b)), with a and b of
 *       highest likelihood on them and targets (n₊ + 1) / (n₊ + 2) for the n₊ anomalies, 1 / (n₋ + 2) for the n₋ normal
 *       rows, so that few rows never make certainty (Platt 1999; the Newton method of Lin, Lin, Weng 2007). If anomalies score
 *       lower there than normal rows, it falls with the score, which tells that the model has it upside down.
 *   <li>Else the Gaussian unification of the training scores with mean μ and standard deviation σ (of the population):
 *       max(0, erf((s − μ) / (σ √2))) (Kriegel, Kröger, Schubert, Zimek 2011). That makes scores comparable; a true
 *       probability it is only as far as scores are normal and anomalies are as rare as their tail, since no label is used.
 *       Where all training scores are equal it is 1 above them and 0 otherwise.
 * </ul>
 */
public final class Calibration {

    private final DoubleUnaryOperator curve;
    private final String method;
    private final String basis;

    private Calibration(DoubleUnaryOperator curve, String method, String basis) {
        this.curve = curve;
        this.method = method;
        this.basis = basis;
    }

    /** Of both forms the one that the split allows. O(n) per step, some ten steps. */
    public static Calibration fit(CalibrationScores scores) {
        boolean[] labels = scores.validationLabels();
        int anomalies = ScoreRules.count(labels);
        return anomalies > 0 && anomalies < labels.length
                ? new Calibration(
                        PlattScaling.fit(scores.validation(), labels), "Platt scaling", Threshold.Cut.VALIDATION)
                : new Calibration(
                        GaussianUnification.fit(scores.train()), "Gaussian unification", Threshold.Cut.TRAINING);
    }

    /** Of a score, in [0, 1]. */
    public double probability(double score) {
        return curve.applyAsDouble(score);
    }

    /** {@code Platt scaling on validation scores} or {@code Gaussian unification on training scores}. */
    @Override
    public String toString() {
        return method + " on " + basis;
    }
}
