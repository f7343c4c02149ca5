/**
 * The adapter for a stock IJava 1.3. Compiled against that kernel's own base library, which is not on our class path:
 * nothing here is loaded elsewhere. Begin at {@link dev.oddity.kernel.ijava.OddityForIJava}.
 */
@NullMarked
package dev.oddity.kernel.ijava;

import org.jspecify.annotations.NullMarked;
