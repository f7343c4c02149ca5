package dev.oddity.kernel;

import com.google.gson.JsonObject;
import dev.oddity.core.display.MimeBundle;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One place of a cell's output, painted at most ten times a second. What comes in between waits for its turn, and only the
 * latest of it is painted; the last bundle always is. Never throws: progress must not stop work.
 */
final class LivePlace implements Consumer<MimeBundle> {

    private static final Logger LOG = LoggerFactory.getLogger(LivePlace.class);
    private static final long PAUSE_MILLIS = 100;

    private final String id = UUID.randomUUID().toString();
    private final ScheduledExecutorService clock;
    private final BiConsumer<String, JsonObject> publish;
    private @Nullable MimeBundle waiting;
    private boolean resting;
    private boolean painted;

    LivePlace(ScheduledExecutorService clock, BiConsumer<String, JsonObject> publish) {
        this.clock = clock;
        this.publish = publish;
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
        if (bundle == null) {
            return;
        }
        try {
            DisplayData shown = Bundles.displayData(bundle);
            shown.setDisplayId(id);
            publish.accept(painted ? "update_display_data" : "display_data", Bundles.json(shown));
            painted = true;
        } catch (RuntimeException e) {
            LOG.warn("progress can't be shown", e);
        }
    }
}
