/**
 * How a value shows itself: MIME bundles and HTML. Begin at {@link dev.oddity.core.display.MimeBundle}; {@link
 * dev.oddity.core.display.TableView}, {@link dev.oddity.core.display.MapView} and {@link
 * dev.oddity.core.display.CollectionView} show what other libraries make, {@link dev.oddity.core.display.Page} puts
 * pieces together into a report.
 */
@NullMarked
package dev.oddity.core.display;

import org.jspecify.annotations.NullMarked;
