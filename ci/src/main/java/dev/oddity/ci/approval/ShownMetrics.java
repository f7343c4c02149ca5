package dev.oddity.ci.approval;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.reproducibility.CanonicalJson;
import dev.oddity.reproducibility.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that notebooks say to machines, as they say it: {@code metrics.json}. */
public final class ShownMetrics {

    private ShownMetrics() {}

    /** By the id of the cell, the metrics of each of its outputs. */
    public static JsonObject of(Notebook executed) {
        JsonObject cells = new JsonObject();
        for (Cell cell : executed.cells()) {
            JsonArray shown = new JsonArray();
            in(cell).forEach(shown::add);
            if (!shown.isEmpty()) {
                cells.add(cell.id(), shown);
            }
        }
        return cells;
    }

    static List<JsonObject> in(Cell cell) {
        List<JsonObject> metrics = new ArrayList<>();
        for (JsonObject output : cell.outputs()) {
            if (output.get("data") instanceof JsonObject data
                    && data.get(MimeBundle.METRICS) instanceof JsonObject shown) {
                metrics.add(shown);
            }
        }
        return metrics;
    }

    /** Writes the file, indented and sorted, by the name of the notebook. */
    public static void write(Map<String, JsonObject> byNotebook, Path file) {
        WholeFile.write(file, CanonicalJson.pretty(byNotebook) + "\n");
    }
}
