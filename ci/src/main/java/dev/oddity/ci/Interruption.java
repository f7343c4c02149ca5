package dev.oddity.ci;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears when this process is told to end, by a CI server's limit, {@code kill} or Ctrl-C, and holds its end up for a moment, so
 * that what was done can be written. Servers kill by force some ten seconds later.
 */
final class Interruption implements AutoCloseable {

    /** The system property with the seconds for which the end is held up, for where it may take longer. */
    static final String PATIENCE = "oddity.patience";

    static final long PATIENCE_SECONDS = Long.getLong(PATIENCE, 8);

    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook = new Thread(this::hold, "write-what-was-done");
    private final Runnable stopping;
    private volatile boolean heard;

    /** For work that asks now and then whether it is heard. */
    Interruption() {
        this(() -> {});
    }

    /** @param stopping ends the work, on another thread */
    Interruption(Runnable stopping) {
        this.stopping = stopping;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isHeard() {
        return heard;
    }

    private void hold() {
        heard = true;
        stopping.run();
        try {
            written.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the process end. */
    @Override
    public void close() {
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It ends now.
            return;
        }
    }
}
