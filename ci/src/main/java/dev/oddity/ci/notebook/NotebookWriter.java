package dev.oddity.ci.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.oddity.reproducibility.WholeFile;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes notebooks the way Jupyter does: sorted keys, one space of indent, texts as lists of lines,
 * Unicode as it is, a final line end. Numbers keep the spelling they had.
 */
public final class NotebookWriter {

    private static final int MINOR = 5;
    private static final List<String> NOT_FOR_FILES = List.of("orig_nbformat", "orig_nbformat_minor", "signature");

    private NotebookWriter() {}

    /** Replaces the file as a whole: whoever reads it sees the old or the new notebook, never half of one. */
    public static void write(Notebook notebook, Path file) {
        WholeFile.write(file, text(notebook));
    }

    public static String text(Notebook notebook) {
        JsonObject top = new JsonObject();
        JsonArray cells = new JsonArray();
        notebook.cells().forEach(cell -> cells.add(forFile(cell)));
        JsonObject metadata = notebook.metadata().deepCopy();
        NOT_FOR_FILES.forEach(metadata::remove);
        top.add("cells", cells);
        top.add("metadata", metadata);
        top.addProperty("nbformat", 4);
        top.addProperty("nbformat_minor", MINOR);
        return PythonJson.text(top) + "\n";
    }

    private static JsonObject forFile(Cell cell) {
        JsonObject json = cell.json();
        json.getAsJsonObject("metadata").remove("trusted");
        json.add("source", MultilineText.split(cell.source()));
        if (json.get("attachments") instanceof JsonObject attachments) {
            attachments.asMap().values().forEach(bundle -> splitBundle(bundle.getAsJsonObject()));
        }
        if (json.get("outputs") instanceof JsonArray outputs) {
            outputs.forEach(output -> splitOutput(output.getAsJsonObject()));
        }
        return json;
    }

    private static void splitOutput(JsonObject output) {
        output.remove("transient");
        if (output.has("text")) {
            output.add("text", MultilineText.split(MultilineText.join(output.get("text"))));
        }
        if (output.get("data") instanceof JsonObject data) {
            splitBundle(data);
        }
    }

    private static void splitBundle(JsonObject bundle) {
        bundle.entrySet().forEach(entry -> {
            JsonElement value = entry.getValue();
            if (isSplit(entry.getKey()) && value instanceof JsonPrimitive text && text.isString()) {
                entry.setValue(MultilineText.split(text.getAsString()));
            }
        });
    }

    private static boolean isSplit(String type) {
        return type.startsWith("text/") || type.equals("image/svg+xml") || type.equals("application/javascript");
    }
}
