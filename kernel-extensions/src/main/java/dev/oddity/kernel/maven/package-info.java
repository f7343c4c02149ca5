/**
 * Libraries from Maven repositories for notebooks.
 *
 * <p>Begin at {@link dev.oddity.kernel.maven.Maven}, what the magics ask. Maven's own resolver does the work, in
 * {@code dev.oddity.kernel.maven.resolver}; it is loaded when it is first needed and by a class loader of its own
 * ({@link dev.oddity.kernel.maven.ResolverLoader}), so that a start costs nothing and no library of Maven's gets in the
 * way of one that a notebook uses.
 */
@NullMarked
package dev.oddity.kernel.maven;

import org.jspecify.annotations.NullMarked;
