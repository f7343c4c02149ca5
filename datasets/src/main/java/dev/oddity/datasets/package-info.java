/**
 * Data sets: what they are, how they are divided and how their columns become numbers.
 *
 * <p>Data go one way. A {@link dev.oddity.datasets.DataSource} loads a {@link dev.oddity.datasets.Dataset}; a {@link
 * dev.oddity.datasets.Split} divides its rows; a {@link dev.oddity.datasets.Preparation} is fitted on the training rows and
 * turns any rows into {@link dev.oddity.datasets.Features}, the float32 block that detectors see. The sources themselves
 * are in {@code dev.oddity.datasets.catalogue}. Begin with {@code DataSource}; splits and preparations have their names in
 * {@link dev.oddity.datasets.Splits} and {@link dev.oddity.datasets.Preparations}.
 */
@NullMarked
package dev.oddity.datasets;

import org.jspecify.annotations.NullMarked;
