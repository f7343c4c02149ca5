package dev.oddity.ci;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears when this process is told to end, by a CI server's limit, {@code kill} or Ctrl-C, and holds its end up for a moment, so
 * that what was done can be written. Servers kill by force some ten seconds later.
 */
final class Interruption implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 8;

    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook = new Thread(this::hold, "write-what-was-done");
    private volatile boolean heard;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isHeard() {
        return heard;
    }

    private void hold() {
        heard = true;
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
