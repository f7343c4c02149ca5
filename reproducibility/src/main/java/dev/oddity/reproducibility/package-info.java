/** Reproducibility. */
@NullMarked
package dev.oddity.reproducibility;

import org.jspecify.annotations.NullMarked;
