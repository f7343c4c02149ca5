/**
 * The charts, in one theme. Begin at {@link dev.oddity.core.chart.Charts}; what they all look like is said in {@link
 * dev.oddity.core.chart.Theme}.
 */
@NullMarked
package dev.oddity.core.chart;

import org.jspecify.annotations.NullMarked;
