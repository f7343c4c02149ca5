package dev.oddity.ci.notebook;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/**
 * A notebook in nbformat 4.5. Read one with {@link NotebookReader}, write it with {@link NotebookWriter}.
 *
 * @param metadata of the whole notebook; unknown keys are kept
 * @param cells in order; their ids differ
 */
public record Notebook(JsonObject metadata, List<Cell> cells) {

    public Notebook {
        metadata = metadata.deepCopy();
        cells = List.copyOf(cells);
    }

    /** Name of the kernel the notebook was written for; {@code fallback} if it names none. */
    public String kernelName(String fallback) {
        return metadata.get("kernelspec") instanceof JsonObject spec && spec.has("name")
                ? spec.get("name").getAsString()
                : fallback;
    }

    /** Language of its code, as its metadata say; {@code java} if they say nothing. */
    public String language() {
        if (metadata.get("kernelspec") instanceof JsonObject spec
                && spec.get("language") instanceof JsonPrimitive language
                && !language.getAsString().isBlank()) {
            return language.getAsString();
        }
        return metadata.get("language_info") instanceof JsonObject info
                        && info.get("name") instanceof JsonPrimitive language
                ? language.getAsString()
                : "java";
    }

    public Notebook withMetadata(JsonObject other) {
        return new Notebook(other, cells);
    }

    public Notebook withCell(int index, Cell cell) {
        List<Cell> changed = new ArrayList<>(cells);
        changed.set(index, cell);
        return new Notebook(metadata, changed);
    }
}
