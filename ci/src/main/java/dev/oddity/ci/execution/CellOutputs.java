package dev.oddity.ci.execution;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.oddity.kernel.wire.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * What one cell shows, built from a kernel's messages in order of arrival. Streams of one name that follow each other
 * become one. Beyond {@code limit} characters nothing more is taken but errors, and a note says so.
 */
final class CellOutputs {

    private final Displays displays;
    private final int limit;
    private final List<ShownOutput> outputs = new ArrayList<>();
    private boolean clearBeforeNext;
    private boolean cut;
    private long size;

    CellOutputs(Displays displays, int limit) {
        this.displays = displays;
        this.limit = limit;
    }

    void accept(Message message) {
        JsonObject content = message.content();
        switch (message.type()) {
            case "stream" -> stream(message.text("name"), message.text("text"));
            case "display_data" -> display(ShownOutput.Fixed.of("display_data", content, "data", "metadata"), content);
            case "execute_result" ->
                display(
                        ShownOutput.Fixed.of("execute_result", content, "data", "metadata", "execution_count"),
                        content);
            case "error" -> {
                clearIfDue();
                add(ShownOutput.Fixed.of("error", content, "ename", "evalue", "traceback"));
            }
            case "clear_output" -> {
                clearBeforeNext = content.has("wait") && content.get("wait").getAsBoolean();
                if (!clearBeforeNext) {
                    clear();
                }
            }
            default -> {
                // Status, execute_input and comms show nothing.
            }
        }
    }

    /** An error of the runner's own, such as a timeout. */
    void error(String name, String message) {
        JsonObject content = new JsonObject();
        JsonArray traceback = new JsonArray();
        traceback.add(name + ": " + message);
        content.addProperty("ename", name);
        content.addProperty("evalue", message);
        content.add("traceback", traceback);
        add(ShownOutput.Fixed.of("error", content, "ename", "evalue", "traceback"));
    }

    List<JsonObject> json() {
        return outputs.stream().map(ShownOutput::json).toList();
    }

    private void stream(String name, String text) {
        clearIfDue();
        long room = room();
        if (room <= 0) {
            cut();
            return;
        }
        ShownOutput last = outputs.isEmpty() ? null : outputs.get(outputs.size() - 1);
        ShownOutput.Stream stream;
        if (last instanceof ShownOutput.Stream open && open.isNamed(name)) {
            stream = open;
        } else {
            stream = new ShownOutput.Stream(name);
            outputs.add(stream);
        }
        size -= stream.size();
        stream.append(text.substring(0, (int) Math.min(text.length(), room)));
        size += stream.size();
        if (text.length() > room) {
            cut();
        }
    }

    private void display(ShownOutput.Fixed output, JsonObject content) {
        clearIfDue();
        if (output.size() > room()) {
            cut();
            return;
        }
        String id = Displays.id(content);
        if (!id.isEmpty()) {
            displays.update(content);
            displays.add(id, output, this);
        }
        add(output);
    }

    /** What a display shows from now on; one that is too large for the cell is left as it is. */
    void replace(ShownOutput.Fixed output, JsonElement data, JsonElement metadata) {
        long others = size - output.size();
        if (others + data.toString().length() > limit) {
            cut();
            return;
        }
        output.replace(data, metadata);
        size = others + output.size();
    }

    private void add(ShownOutput output) {
        outputs.add(output);
        size += output.size();
    }

    private long room() {
        return cut ? 0 : limit - size;
    }

    private void cut() {
        if (!cut) {
            cut = true;
            ShownOutput.Stream note = new ShownOutput.Stream("stderr");
            note.append("\n[output cut: this cell showed more than %,d characters]\n".formatted(limit));
            add(note);
        }
    }

    private void clearIfDue() {
        if (clearBeforeNext) {
            clear();
            clearBeforeNext = false;
        }
    }

    private void clear() {
        displays.forget(this);
        outputs.clear();
        size = 0;
        cut = false;
    }
}
