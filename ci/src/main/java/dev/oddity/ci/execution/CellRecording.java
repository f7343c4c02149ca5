package dev.oddity.ci.execution;

import com.google.gson.JsonObject;
import dev.oddity.ci.jupyter.ExecutionListener;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.kernel.wire.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/** What one cell did: its outputs, its number, its times, its error. */
final class CellRecording implements ExecutionListener {

    /** Looks on while the cell runs. */
    interface Watch {

        /** After every message. */
        void changed();

        /** Between messages, several times a second: whether the cell may go on. */
        boolean goesOn();
    }

    private final Cell cell;
    private final Displays displays;
    private final CellOutputs outputs;
    private final Optional<Clock> clock;
    private final Watch watch;
    private final JsonObject times = new JsonObject();
    private OptionalInt executionCount = OptionalInt.empty();
    private Optional<RaisedError> error = Optional.empty();

    /**
     * @param clock for the times in the cell's metadata; without one there are none
     */
    CellRecording(Cell cell, Displays displays, int outputLimit, Optional<Clock> clock, Watch watch) {
        this.cell = cell;
        this.displays = displays;
        this.outputs = new CellOutputs(displays, outputLimit);
        this.clock = clock;
        this.watch = watch;
    }

    @Override
    public void published(Message message) {
        switch (message.type()) {
            case "status" -> time("iopub.status." + message.text("execution_state"));
            case "execute_input" -> {
                time("iopub.execute_input");
                count(message);
            }
            case "error" -> error = Optional.of(RaisedError.of(message));
            default -> {
                // Everything else is an output.
            }
        }
        outputs.accept(message);
        watch.changed();
    }

    @Override
    public void displayUpdated(Message message) {
        displays.update(message.content());
    }

    @Override
    public boolean goesOn() {
        return watch.goesOn();
    }

    @Override
    public void replied(Message reply) {
        time("shell.execute_reply");
        count(reply);
        if (reply.text("status").equals("error") && error.isEmpty()) {
            error = Optional.of(RaisedError.of(reply));
        }
    }

    void fail(String name, String message) {
        outputs.error(name, message);
    }

    Optional<RaisedError> error() {
        return error;
    }

    /** The cell with what it shows now; a later cell may still repaint its displays. */
    Cell cell() {
        Cell shown = cell.withOutputs(outputs.json(), executionCount);
        if (times.isEmpty()) {
            return shown;
        }
        JsonObject metadata = shown.metadata();
        metadata.add("execution", times);
        return shown.withMetadata(metadata);
    }

    private void count(Message message) {
        if (message.content().has("execution_count")
                && message.content().get("execution_count").isJsonPrimitive()) {
            executionCount =
                    OptionalInt.of(message.content().get("execution_count").getAsInt());
        }
    }

    private void time(String event) {
        clock.ifPresent(running -> times.addProperty(
                event, Instant.now(running).truncatedTo(ChronoUnit.MILLIS).toString()));
    }
}
