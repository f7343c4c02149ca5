/**
 * The charts, in one theme.
 */
@NullMarked
package dev.oddity.core.chart;

import org.jspecify.annotations.NullMarked;
