package dev.oddity.core.evaluation;

/**
 * What a threshold may see.
 *
 * @param train scores of the training rows; finite, at least one
 * @param validation scores of the validation rows; finite; empty where the split has none
 * @param validationLabels one per validation row, true = anomaly
 */
public record CalibrationScores(double[] train, double[] validation, boolean[] validationLabels) {

    public CalibrationScores {
        if (train.length == 0) {
            throw new IllegalArgumentException(
                    "no training scores: a threshold is fitted on at least one; choose a split that leaves training rows");
        }
        ScoreRules.finite("training", train);
        ScoreRules.finite("validation", validation);
        ScoreRules.onePerLabel("validation", validation, validationLabels);
    }

    boolean hasValidation() {
        return validation.length > 0;
    }
}
