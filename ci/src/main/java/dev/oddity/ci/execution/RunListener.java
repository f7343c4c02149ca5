package dev.oddity.ci.execution;

import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import java.time.Duration;

/** Watches a notebook run. */
public interface RunListener {

    /**
     * A code cell has ended.
     *
     * @param index of the cell among the code cells, from 1
     * @param total number of code cells
     * @param status {@code SKIPPED} for a cell that was not run, because of its tag or because it is empty
     */
    void cellEnded(int index, int total, Cell cell, RunStatus status, Duration elapsed);

    /** The notebook as it is now: after every cell and at the end. Save it, so that nothing is lost. */
    void changed(Notebook notebook);

    /** Asked several times a second; once it answers no, the run ends as interrupted, with what it has shown. */
    default boolean goesOn() {
        return true;
    }
}
