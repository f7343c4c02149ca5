package dev.oddity.ci.notebook;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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

    /** Without what an earlier run left in those of its code cells: outputs, counts and times. */
    public Notebook cleared(Predicate<Cell> which) {
        return new Notebook(
                metadata,
                cells.stream()
                        .map(cell -> cell.isCode() && which.test(cell) ? cell.cleared() : cell)
                        .toList());
    }

    /** As its author wrote it: without anything that a run left, in its cells, its metadata, or as cells of given values. */
    public Notebook stripped() {
        JsonObject written = RunNote.remove(SourceMark.remove(this)).metadata();
        if (written.get("oddity") instanceof JsonObject oddity && oddity.isEmpty()) {
            written.remove("oddity");
        }
        return new Notebook(
                        written,
                        cells.stream()
                                .filter(cell -> !cell.hasTag(Parameters.INJECTED_TAG))
                                .toList())
                .cleared(cell -> true);
    }
}
