package dev.oddity.kernel;

import dev.oddity.core.display.MimeBundle;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One place of a cell's output, painted at most ten times a second. What comes in between waits for its turn, and only the
 * latest of it is painted; the last bundle always is.
 */
final class LivePlace implements Consumer<MimeBundle> {

    private static final long PAUSE_MILLIS = 100;

    private final ScheduledExecutorService clock;
    private final Consumer<MimeBundle> place;
    private @Nullable MimeBundle waiting;
    private boolean resting;

    LivePlace(ScheduledExecutorService clock, Consumer<MimeBundle> place) {
        this.clock = clock;
        this.place = place;
    }

    @Override
    public synchronized void accept(MimeBundle bundle) {
        waiting = bundle;
        if (!resting) {
            paint();
            resting = true;
            clock.schedule(this::rested, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    synchronized void paintLast() {
        if (waiting != null) {
            paint();
        }
    }

    private synchronized void rested() {
        resting = waiting != null;
        if (resting) {
            paint();
            clock.schedule(this::rested, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void paint() {
        MimeBundle bundle = waiting;
        waiting = null;
        if (bundle != null) {
            place.accept(bundle);
        }
    }
}
