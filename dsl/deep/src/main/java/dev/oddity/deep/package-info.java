/** Deep detectors. */
@NullMarked
package dev.oddity.deep;

import org.jspecify.annotations.NullMarked;
