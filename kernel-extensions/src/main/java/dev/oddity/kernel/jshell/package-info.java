/**
 * Java as a language of cells: JShell in this process, live results, variables that keep their values, errors that point
 * into the cell. Knows nothing of Jupyter. Begin at {@link dev.oddity.kernel.jshell.JavaSession}.
 */
@NullMarked
package dev.oddity.kernel.jshell;

import org.jspecify.annotations.NullMarked;
