/** The words. */
@NullMarked
package dev.oddity;

import org.jspecify.annotations.NullMarked;
