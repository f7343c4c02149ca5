/** The kernel. */
@NullMarked
package dev.oddity.kernel;

import org.jspecify.annotations.NullMarked;
