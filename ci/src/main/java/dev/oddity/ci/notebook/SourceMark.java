package dev.oddity.ci.notebook;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.oddity.reproducibility.NotebookNote;
import dev.oddity.reproducibility.Sha256;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which code made the outputs of a notebook: the SHA-256 of its code cells, kept in its metadata as {@code {"oddity":
 * {"executed": {"sources": ".."}}}}. Cells of injected values don't count, nor does text.
 */
public final class SourceMark {

    private static final String SOURCES = "sources";

    private SourceMark() {}

    /** The notebook, said to show what its code of now made. */
    public static Notebook put(Notebook notebook) {
        JsonObject executed = new JsonObject();
        executed.addProperty(SOURCES, of(notebook));
        return notebook.withMetadata(NotebookNote.EXECUTED.put(notebook.metadata(), executed));
    }

    /** The notebook without what an earlier run said. */
    public static Notebook remove(Notebook notebook) {
        return notebook.withMetadata(NotebookNote.EXECUTED.remove(notebook.metadata()));
    }

    /** What the last run said, if it said anything. */
    public static Optional<String> in(Notebook notebook) {
        return NotebookNote.EXECUTED
                .in(notebook.metadata())
                .flatMap(executed -> executed.get(SOURCES) instanceof JsonPrimitive sources
                        ? Optional.of(sources.getAsString())
                        : Optional.empty());
    }

    /** The hash of the code as it is. */
    public static String of(Notebook notebook) {
        return Sha256.hex(notebook.cells().stream()
                .filter(cell -> cell.isCode() && !cell.hasTag(Parameters.INJECTED_TAG))
                .map(cell -> cell.id() + "\n" + cell.source())
                .collect(Collectors.joining("\n\0\n")));
    }
}
