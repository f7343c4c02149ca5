package dev.oddity.ci.jupyter;

import java.time.Duration;

/** A moment on the monotonic clock. */
record Deadline(long start, long nanos) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime(), duration.toNanos());
    }

    static Deadline never() {
        return new Deadline(System.nanoTime(), Long.MAX_VALUE);
    }

    boolean isOver() {
        return System.nanoTime() - start >= nanos;
    }

    long millisLeft() {
        return Math.max(0, (nanos - (System.nanoTime() - start)) / 1_000_000);
    }
}
