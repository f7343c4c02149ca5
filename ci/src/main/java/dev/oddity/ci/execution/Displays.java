package dev.oddity.ci.execution;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The displays of all cells of a notebook by display id, so that a later cell can repaint an earlier one's. */
final class Displays {

    private final Map<String, List<Shown>> byId = new HashMap<>();

    /** @param place the outputs of its cell, which have a limit */
    private record Shown(ShownOutput.Fixed output, CellOutputs place) {}

    /** Takes the id of a {@code display_data}, {@code update_display_data} or {@code execute_result}; empty if none. */
    static String id(JsonObject content) {
        return content.get("transient") instanceof JsonObject transientData && transientData.has("display_id")
                ? transientData.get("display_id").getAsString()
                : "";
    }

    /** Repaints every display of this id, as far as its cell has room. One that is unknown, or was cleared, stays unpainted. */
    void update(JsonObject content) {
        JsonElement data = content.get("data");
        JsonElement metadata = content.get("metadata");
        for (Shown shown : byId.getOrDefault(id(content), List.of())) {
            shown.place()
                    .replace(
                            shown.output(), data.deepCopy(), metadata == null ? new JsonObject() : metadata.deepCopy());
        }
    }

    void add(String id, ShownOutput.Fixed output, CellOutputs place) {
        byId.computeIfAbsent(id, unused -> new ArrayList<>()).add(new Shown(output, place));
    }

    /** All of a cell. */
    void forget(CellOutputs place) {
        byId.values().forEach(displays -> displays.removeIf(shown -> shown.place() == place));
    }
}
