package dev.oddity.kernel.jshell;

import java.time.Duration;

/**
 * The first moment in which a session has had nothing to do for a while, or in which somebody asks for what is put off
 * until then. Work that nobody waits for must not slow what somebody waits for. For any thread.
 */
final class Lull {

    private static final Duration LENGTH = Duration.ofMillis(1500);

    private int working;
    private long quietSinceNanos = System.nanoTime();
    private boolean wanted;

    /** A piece of work begins. */
    synchronized void begin() {
        working++;
    }

    /** A piece of work ended. */
    synchronized void end() {
        working--;
        quietSinceNanos = System.nanoTime();
        notifyAll();
    }

    /** Somebody waits for what was put off. */
    synchronized void want() {
        wanted = true;
        notifyAll();
    }

    /** Waits for it; not for longer if interrupted. */
    synchronized void await() {
        try {
            while (!wanted) {
                long missing = LENGTH.toNanos() - (System.nanoTime() - quietSinceNanos);
                if (working > 0) {
                    wait();
                } else if (missing > 0) {
                    wait(Math.max(1, Duration.ofNanos(missing).toMillis()));
                } else {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
