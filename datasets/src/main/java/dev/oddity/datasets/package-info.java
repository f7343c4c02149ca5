/** Data sets. */
@NullMarked
package dev.oddity.datasets;

import org.jspecify.annotations.NullMarked;
