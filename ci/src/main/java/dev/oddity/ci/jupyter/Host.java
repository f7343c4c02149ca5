package dev.oddity.ci.jupyter;

import java.time.Duration;

/** What a kernel lives in. */
interface Host extends AutoCloseable {

    boolean isAlive();

    /** How it ended, where it has: {@code ended with exit code 7}. */
    String ending();

    /** Where to read what the kernel writes for nobody in particular. */
    String log();

    /** Interrupts a kernel that hears no messages while it works. */
    void signalInterrupt();

    void awaitEnd(Duration patience);

    @Override
    void close();
}
