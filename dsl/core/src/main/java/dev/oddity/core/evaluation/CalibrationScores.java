package dev.oddity.core.evaluation;

/**
 * What a threshold may see.
 *
 * @param train scores of the training rows
 * @param validation scores of the validation rows; empty where the split has none
 * @param validationLabels one per validation row, true = anomaly
 */
public record CalibrationScores(double[] train, double[] validation, boolean[] validationLabels) {}
