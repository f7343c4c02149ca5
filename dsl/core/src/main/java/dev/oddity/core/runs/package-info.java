/**
 * Runs that were made and kept: {@link dev.oddity.core.runs.Runs} to find, list, chart and export them, {@link
 * dev.oddity.core.runs.RecordedRun} for one, {@link dev.oddity.core.runs.RunDifference} for two.
 *
 * <p>All of it reads JSON trees; nothing here runs an experiment. The trees are written by {@code dev.oddity.core} and lie in a
 * {@link dev.oddity.reproducibility.RunStore}. Begin at {@code Runs}.
 */
@NullMarked
package dev.oddity.core.runs;

import org.jspecify.annotations.NullMarked;
