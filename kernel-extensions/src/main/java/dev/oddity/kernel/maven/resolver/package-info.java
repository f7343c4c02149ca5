/** Calls Maven's resolver. Loaded together with it by {@code ResolverLoader}; nothing else of the kernel may name it. */
@NullMarked
package dev.oddity.kernel.maven.resolver;

import org.jspecify.annotations.NullMarked;
