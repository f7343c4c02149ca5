/**
 * Executed notebooks as pages that need no Jupyter: one HTML file each, nothing loaded from elsewhere, nothing run; and on paper
 * through Chromium. Begin at {@link dev.oddity.ci.page.NotebookPage}.
 */
@NullMarked
package dev.oddity.ci.page;

import org.jspecify.annotations.NullMarked;
