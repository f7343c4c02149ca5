/** Measures quality and time of the classical detectors on prepared matrices; run by hand, never as a test. */
@NullMarked
package dev.oddity.classical.bench;

import org.jspecify.annotations.NullMarked;
