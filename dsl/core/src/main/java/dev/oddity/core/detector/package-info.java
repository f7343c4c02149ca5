/**
 * What a detector is: the SPI that every classical and deep method implements. Begin at {@link dev.oddity.core.detector.Detector}.
 */
@NullMarked
package dev.oddity.core.detector;

import org.jspecify.annotations.NullMarked;
