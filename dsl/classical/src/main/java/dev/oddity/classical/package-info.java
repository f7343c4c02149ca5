/** Classical detectors. */
@NullMarked
package dev.oddity.classical;

import org.jspecify.annotations.NullMarked;
