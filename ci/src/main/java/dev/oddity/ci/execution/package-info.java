/**
 * Running a notebook's cells in a kernel and keeping what they show, as a notebook front end does. Begin at
 * {@link dev.oddity.ci.execution.NotebookRun}.
 */
@NullMarked
package dev.oddity.ci.execution;

import org.jspecify.annotations.NullMarked;
