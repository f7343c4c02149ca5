package dev.oddity.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.kernel.jshell.CellError;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/**
 * What the running cell writes and shows, in the order in which it did. Text is gathered for a moment, so that a dot a
 * batch isn't a message a dot; of a flood, the beginning and the end are shown and the rest counted. Safe for several threads. What a
 * thread writes after its cell has ended goes to the cell that ran last.
 */
final class CellOutput {

    /** The two streams of text. */
    enum Stream {
        STDOUT("stdout"),
        STDERR("stderr");

        private final String onWire;

        Stream(String onWire) {
            this.onWire = onWire;
        }
    }

    /** Characters of text of one cell that are shown as they come. */
    static final int LIMIT = 200_000;

    private static final int GATHERED = 10_000;
    private static final long GATHER_MILLIS = 100;

    private final Outbox outbox;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "cell-output");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<LivePlace> live = ConcurrentHashMap.newKeySet();

    private final OutputTail tail = new OutputTail();
    private final StringBuilder gathered = new StringBuilder();
    private Stream gatheredFrom = Stream.STDOUT;
    private JsonObject parent = new JsonObject();
    private boolean running;
    private long written;
    private boolean flushPlanned;
    private @Nullable String lastId;

    CellOutput(Outbox outbox) {
        this.outbox = outbox;
    }

    synchronized void begin(JsonObject request) {
        flush();
        parent = request;
        running = true;
        written = 0;
        tail.clear();
        lastId = null;
    }

    /** The last of everything is out when this returns. */
    void end() {
        live.forEach(LivePlace::paintLast);
        live.clear();
        synchronized (this) {
            flush();
            streamTail();
            running = false;
        }
    }

    synchronized boolean running() {
        return running;
    }

    synchronized void write(Stream stream, String text) {
        boolean flooded = written > LIMIT;
        int room = (int) Math.min(flooded ? 0 : LIMIT - written, text.length());
        written += text.length();
        tail.add(stream, text.substring(room));
        if (flooded || text.isEmpty()) {
            return;
        }
        if (stream != gatheredFrom) {
            flush();
            gatheredFrom = stream;
        }
        gathered.append(text, 0, room);
        if (gathered.length() >= GATHERED || written > LIMIT) {
            flush();
        } else if (!flushPlanned) {
            flushPlanned = true;
            clock.schedule(this::flush, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (written > LIMIT) {
            stream(
                    Stream.STDERR,
                    String.format(
                            "%n[more than %,d characters: of the rest the end is shown when the cell has ended]%n",
                            LIMIT));
        }
    }

    private void streamTail() {
        List<OutputTail.Piece> pieces = tail.pieces();
        if (tail.heldBack() > 0) {
            stream(
                    Stream.STDERR,
                    String.format(
                            "[%,d characters are held back here; write them to a file if you need them]%n",
                            tail.heldBack()));
        }
        pieces.forEach(piece -> stream(piece.stream(), piece.text().toString()));
        tail.clear();
    }

    /** Sends the text gathered so far. */
    synchronized void flush() {
        flushPlanned = false;
        if (gathered.length() > 0) {
            String text = gathered.toString();
            gathered.setLength(0);
            stream(gatheredFrom, text);
        }
    }

    void display(DisplayData shown) {
        synchronized (this) {
            lastId = shown.getDisplayId();
        }
        publish("display_data", Bundles.json(shown));
    }

    /** Whether a value is what the running cell's last {@code display(..)} gave: an id that nobody wants to read. */
    synchronized boolean isId(@Nullable Object value) {
        return value != null && value == lastId;
    }

    void update(DisplayData shown) {
        publish("update_display_data", Bundles.json(shown));
    }

    void result(int count, DisplayData shown) {
        JsonObject content = Bundles.json(shown);
        content.remove("transient");
        content.addProperty("execution_count", count);
        publish("execute_result", content);
    }

    void error(CellError error) {
        publish("error", content(error));
    }

    /** @param wait whether to clear only when something new comes, which avoids flicker */
    void clear(boolean wait) {
        JsonObject content = new JsonObject();
        content.addProperty("wait", wait);
        publish("clear_output", content);
    }

    /** A place in the running cell that is painted anew by each bundle. */
    Consumer<MimeBundle> live() {
        JsonObject cell;
        synchronized (this) {
            cell = parent;
        }
        LivePlace place = new LivePlace(clock, new Place((forms, id, again) -> paint(cell, forms, id, again)));
        live.add(place);
        return place;
    }

    private void paint(JsonObject cell, MimeBundle forms, String id, boolean again) {
        DisplayData shown = new DisplayData();
        Bundles.putEncoded(forms, shown);
        shown.setDisplayId(id);
        publishTo(cell, again ? "update_display_data" : "display_data", Bundles.json(shown));
    }

    /** Nothing is gathered or painted any more. */
    void close() {
        clock.shutdownNow();
    }

    static JsonObject content(CellError error) {
        JsonArray traceback = new JsonArray();
        error.traceback().forEach(traceback::add);
        JsonObject content = new JsonObject();
        content.addProperty("ename", error.kind());
        content.addProperty("evalue", error.message());
        content.add("traceback", traceback);
        return content;
    }

    private void stream(Stream stream, String text) {
        JsonObject content = new JsonObject();
        content.addProperty("name", stream.onWire);
        content.addProperty("text", text);
        outbox.publish(parent, "stream", content);
    }

    private synchronized void publish(String type, JsonObject content) {
        publishTo(parent, type, content);
    }

    private synchronized void publishTo(JsonObject cell, String type, JsonObject content) {
        flush();
        outbox.publish(cell, type, content);
    }
}
