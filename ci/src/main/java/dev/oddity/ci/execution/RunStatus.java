package dev.oddity.ci.execution;

/** How a notebook's run ended. */
public enum RunStatus {
    /** Every cell ran. */
    PASSED("passed"),
    /** Its data cannot be had here, which is no fault of the notebook. */
    SKIPPED("skipped"),
    /** A cell raised an error that its tags do not allow. */
    FAILED("failed"),
    /** A cell, or the notebook as a whole, took longer than allowed. */
    TIMED_OUT("timed out"),
    /** The kernel did not start, or died. */
    KERNEL_DIED("kernel died"),
    /** The runner was stopped from outside. */
    INTERRUPTED("interrupted");

    private final String words;

    RunStatus(String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }
}
