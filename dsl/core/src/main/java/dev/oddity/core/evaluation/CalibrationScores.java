package dev.oddity.core.evaluation;

import java.util.function.Supplier;

/**
 * What a threshold may see: scores of the training and the validation rows. Each is computed when a threshold first asks
 * for it, since most ask for one of them only. Not for several threads.
 */
public final class CalibrationScores {

    private final Supplier<double[]> train;
    private final Supplier<double[]> validation;
    private final boolean[] validationLabels;

    /**
     * @param train gives the scores of the training rows; finite, at least one
     * @param validation gives the scores of the validation rows; finite; asked only if there are validation labels
     * @param validationLabels one per validation row, true = anomaly; empty where the split has none
     */
    public CalibrationScores(Supplier<double[]> train, Supplier<double[]> validation, boolean[] validationLabels) {
        this.train = train;
        this.validation = validation;
        this.validationLabels = validationLabels.clone();
    }

    /** Scores at hand. */
    public CalibrationScores(double[] train, double[] validation, boolean[] validationLabels) {
        this(() -> train, () -> validation, validationLabels);
    }

    public double[] train() {
        double[] scores = train.get();
        if (scores.length == 0) {
            throw new IllegalArgumentException(
                    "no training scores: a threshold is fitted on at least one; choose a split that leaves training rows");
        }
        ScoreRules.finite("training", scores);
        return scores;
    }

    public double[] validation() {
        double[] scores = validation.get();
        ScoreRules.finite("validation", scores);
        ScoreRules.onePerLabel("validation", scores, validationLabels);
        return scores;
    }

    /** One per validation row, true = anomaly. */
    public boolean[] validationLabels() {
        return validationLabels.clone();
    }

    boolean hasValidation() {
        return validationLabels.length > 0;
    }
}
