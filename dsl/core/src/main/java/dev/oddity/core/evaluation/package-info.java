/**
 * From scores to figures: metrics, curves, thresholds, statistics over seeds. Begin at {@link
 * dev.oddity.core.evaluation.Predictions}, from which everything here is computed, then {@link
 * dev.oddity.core.evaluation.Metrics}, {@link dev.oddity.core.evaluation.SeriesMetrics}, {@link
 * dev.oddity.core.evaluation.CostMetrics} and {@link dev.oddity.core.evaluation.Thresholds}. Higher score = more anomalous;
 * a row is called an anomaly when its score is greater than the cut.
 */
@NullMarked
package dev.oddity.core.evaluation;

import org.jspecify.annotations.NullMarked;
