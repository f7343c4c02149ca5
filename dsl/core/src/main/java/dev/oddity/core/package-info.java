/**
 * The sentence: {@code experiment(name).data(..).models(..).score(..).seeds(..).threshold(..).evaluate(..)}.
 *
 * <p>Begin at {@link dev.oddity.core.Experiment}, the immutable value that a sentence builds, and follow it to {@link
 * dev.oddity.core.Report}, what evaluating it gives. The stages between ({@link dev.oddity.core.DataStage}, {@link
 * dev.oddity.core.ModelStage}, {@link dev.oddity.core.ScoreStage}, {@link dev.oddity.core.ThresholdStage}, {@link
 * dev.oddity.core.EvaluateStage}) exist so that an editor offers only what may come next. No engine is known here:
 * detectors come through {@link dev.oddity.core.detector.Detector}. Every run leaves a record, written by {@code RunHead} and
 * read by {@link dev.oddity.core.runs.Runs}; {@link dev.oddity.core.Rerun} makes one again.
 */
@NullMarked
package dev.oddity.core;

import org.jspecify.annotations.NullMarked;
