package dev.oddity.core.evaluation;

/**
 * Scored test rows with the truth beside them.
 *
 * @param scores one per row, higher = more anomalous; finite
 * @param labels one per row, true = anomaly; both kinds occur
 * @param threshold a row is called an anomaly when its score is greater
 */
public record Predictions(double[] scores, boolean[] labels, double threshold) {}
