/** Notebooks in CI. */
@NullMarked
package dev.oddity.ci;

import org.jspecify.annotations.NullMarked;
