/**
 * Measures the deep detectors: quality on real rows, the cost of a training step, native memory over many fits; run by
 * hand, never as a test. What was found is in {@code dsl/deep/RESULTS.md}.
 */
@NullMarked
package dev.oddity.deep.bench;

import org.jspecify.annotations.NullMarked;
