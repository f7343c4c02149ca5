/** Measurements, run by hand: {@code java -cp … dev.oddity.datasets.bench.Kdd99Matrix} from {@code datasets}. */
@NullMarked
package dev.oddity.datasets.bench;

import org.jspecify.annotations.NullMarked;
