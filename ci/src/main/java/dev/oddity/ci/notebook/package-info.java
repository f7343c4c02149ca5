/**
 * Notebooks as files: Jupyter's nbformat 4.5, read, parameterised and written as Jupyter itself writes them, so
 * that diffs stay small. Begin at {@link dev.oddity.ci.notebook.Notebook}.
 */
@NullMarked
package dev.oddity.ci.notebook;

import org.jspecify.annotations.NullMarked;
