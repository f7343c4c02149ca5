/**
 * Several detectors as one. It lives here and not beside the classical ones, since its members may be of any module. Begin
 * at {@link dev.oddity.core.ensemble.Ensemble}.
 */
@NullMarked
package dev.oddity.core.ensemble;

import org.jspecify.annotations.NullMarked;
