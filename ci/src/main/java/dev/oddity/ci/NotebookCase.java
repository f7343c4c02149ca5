package dev.oddity.ci;

import dev.oddity.ci.execution.RunResult;
import dev.oddity.ci.execution.RunStatus;
import dev.oddity.ci.notebook.Cell;
import java.time.Duration;
import java.util.List;

/**
 * What one notebook came to.
 *
 * @param cells those that ended, in order
 * @param complaint what is wrong with its metrics; empty if nothing is, or they were not compared
 */
record NotebookCase(NotebookTask task, RunResult result, List<Ended> cells, String complaint) {

    NotebookCase {
        cells = List.copyOf(cells);
    }

    /**
     * A code cell that ended.
     *
     * @param index among the code cells, from 1
     */
    record Ended(int index, Cell cell, RunStatus status, Duration elapsed) {}
}
