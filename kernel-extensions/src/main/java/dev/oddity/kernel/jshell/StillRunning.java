package dev.oddity.kernel.jshell;

import java.time.Duration;

/** A cell was interrupted and goes on; its stack, at the time it was left behind, is this exception's. */
@SuppressWarnings("serial")
public final class StillRunning extends RuntimeException {

    private static final long serialVersionUID = 1;

    StillRunning(Duration patience, StackTraceElement[] stack) {
        super("interrupted, but it did not stop within " + patience.toSeconds()
                + " s and still runs in the background; restart the kernel to be rid of it");
        setStackTrace(stack);
    }
}
