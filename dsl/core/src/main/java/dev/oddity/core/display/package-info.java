/**
 * How a value shows itself: MIME bundles and HTML. Begin at {@link dev.oddity.core.display.MimeBundle}; {@link
 * dev.oddity.core.display.ValueView} shows what is not {@link dev.oddity.core.display.Displayable} itself, {@link
 * dev.oddity.core.display.LibraryView} is how modules above teach it values of libraries that only they know, {@link
 * dev.oddity.core.display.ValueText} is the one way to the text of a value inside another, {@link
 * dev.oddity.core.display.Page} puts pieces together into a report.
 */
@NullMarked
package dev.oddity.core.display;

import org.jspecify.annotations.NullMarked;
