/**
 * Javadoc, as a reader of a notebook wants to see it. A {@link dev.oddity.kernel.javadoc.Signature} names what is asked
 * for, {@link dev.oddity.kernel.javadoc.Sources} find its comment, {@link dev.oddity.kernel.javadoc.DocPage} writes it.
 */
@NullMarked
package dev.oddity.kernel.javadoc;

import org.jspecify.annotations.NullMarked;
