/**
 * From scores to figures: metrics, curves, thresholds, statistics over seeds. Begin at {@link dev.oddity.core.evaluation.Metric}.
 */
@NullMarked
package dev.oddity.core.evaluation;

import org.jspecify.annotations.NullMarked;
