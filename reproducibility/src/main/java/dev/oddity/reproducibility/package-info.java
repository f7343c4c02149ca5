/**
 * What it takes to make a number again, and to hold it to its word: seeds derived by name
 * ({@link dev.oddity.reproducibility.SeedStream}), JSON with one spelling per value
 * ({@link dev.oddity.reproducibility.CanonicalJson}), where something ran
 * ({@link dev.oddity.reproducibility.Environment}), runs kept on disk ({@link dev.oddity.reproducibility.RunStore}) and what
 * two of them do not share ({@link dev.oddity.reproducibility.Change}), the comparison of numbers with approved ones
 * ({@link dev.oddity.reproducibility.MetricComparison}), and files that are written whole or not at all
 * ({@link dev.oddity.reproducibility.WholeFile}).
 *
 * <p>Nothing here knows of data sets, models or notebooks. Begin at {@code SeedStream}.
 */
@NullMarked
package dev.oddity.reproducibility;

import org.jspecify.annotations.NullMarked;
