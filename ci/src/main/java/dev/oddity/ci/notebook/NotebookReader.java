package dev.oddity.ci.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.oddity.reproducibility.FileTrouble;
import dev.oddity.reproducibility.Sha256;
import dev.oddity.reproducibility.StrictJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads nbformat 4.0 to 4.5, missing parts forgiven, parts of a wrong type not. Cells without an id, as before 4.5, get one
 * made from their place and source: the same file gives the same ids.
 */
public final class NotebookReader {

    private static final int ID_LENGTH = 8;
    /** As many faults are named at once. */
    private static final int TOLD = 3;

    private NotebookReader() {}

    /** @throws NotebookException if the file is missing, is no notebook, or has two cells with one id */
    public static Notebook read(Path file) {
        String name = file.getFileName().toString();
        try {
            return notebook(StrictJson.read(file), name);
        } catch (IOException e) {
            throw new NotebookException("cannot read the notebook " + file + ": " + FileTrouble.reason(e), e);
        } catch (IllegalArgumentException e) {
            throw noJson(name, e);
        }
    }

    /** @param name of the notebook, for messages */
    public static Notebook parse(String text, String name) {
        try {
            return notebook(StrictJson.read(text), name);
        } catch (IllegalArgumentException e) {
            throw noJson(name, e);
        }
    }

    private static NotebookException noJson(String name, IllegalArgumentException why) {
        return new NotebookException(name + " is not JSON, which a notebook must be: " + why.getMessage(), why);
    }

    private static Notebook notebook(JsonElement root, String name) {
        // Older notebooks have worksheets instead of cells.
        if (root instanceof JsonObject top && top.has("nbformat")) {
            requireFormat4(top.get("nbformat"), name);
        }
        if (root instanceof JsonObject top && top.has("format") && top.has("experiment")) {
            throw new NotebookException(
                    name + " is the record of a run, and no notebook; ci/notebooks rerun makes it again");
        }
        if (!(root instanceof JsonObject top)
                || !top.has("cells")
                || !top.get("cells").isJsonArray()) {
            throw new NotebookException(
                    name + " is JSON but no notebook: it has no list 'cells'; save it from Jupyter as .ipynb");
        }
        requireFormat4(top.get("nbformat"), name);
        List<String> faults = NotebookRules.wrongTypes(top);
        if (!faults.isEmpty()) {
            throw new NotebookException("%s is no valid notebook: %s; correct it in a text editor, or restore the file"
                    .formatted(name, String.join("; ", faults.subList(0, Math.min(faults.size(), TOLD)))));
        }
        JsonObject metadata = top.get("metadata") instanceof JsonObject given ? given : new JsonObject();
        return new Notebook(metadata, cells(top, name));
    }

    private static void requireFormat4(@Nullable JsonElement version, String name) {
        if (version == null
                || !version.isJsonPrimitive()
                || !version.getAsString().equals("4")) {
            throw new NotebookException(
                    "%s has nbformat %s; only 4 is read: convert it with jupyter nbconvert --to notebook"
                            .formatted(name, version));
        }
    }

    private static List<Cell> cells(JsonObject top, String name) {
        List<Cell> cells = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonElement element : top.getAsJsonArray("cells")) {
            Cell cell = cell(element, cells.size(), name);
            if (!ids.add(cell.id())) {
                throw new NotebookException(
                        "two cells of %s have the id '%s'; ids must differ: change one".formatted(name, cell.id()));
            }
            cells.add(cell);
        }
        return cells;
    }

    private static Cell cell(JsonElement element, int index, String name) {
        if (!(element instanceof JsonObject json) || !json.has("cell_type")) {
            throw new NotebookException(
                    "cell %d of %s has no cell_type; it must be code, markdown or raw".formatted(index + 1, name));
        }
        JsonObject whole = json.deepCopy();
        if (!(whole.get("metadata") instanceof JsonObject)) {
            whole.add("metadata", new JsonObject());
        }
        if (!whole.has("id")) {
            String origin = index + "\n" + MultilineText.join(whole.get("source"));
            whole.addProperty("id", Sha256.hex(origin).substring(0, ID_LENGTH));
        }
        return new Cell(whole);
    }
}
