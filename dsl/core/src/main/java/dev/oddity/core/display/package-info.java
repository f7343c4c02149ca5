/**
 * How a value shows itself: MIME bundles and HTML. Begin at {@link dev.oddity.core.display.MimeBundle}.
 */
@NullMarked
package dev.oddity.core.display;

import org.jspecify.annotations.NullMarked;
