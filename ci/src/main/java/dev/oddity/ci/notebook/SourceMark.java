package dev.oddity.ci.notebook;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.oddity.reproducibility.Sha256;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which code made the outputs of a notebook: the SHA-256 of its code cells, kept in its metadata as {@code {"oddity":
 * {"executed": {"sources": ".."}}}}. Cells of injected values don't count, nor does text.
 */
public final class SourceMark {

    private static final String ODDITY = "oddity";
    private static final String EXECUTED = "executed";
    private static final String SOURCES = "sources";

    private SourceMark() {}

    /** The notebook, said to show what its code of now made. */
    public static Notebook put(Notebook notebook) {
        JsonObject metadata = notebook.metadata().deepCopy();
        JsonObject oddity = metadata.get(ODDITY) instanceof JsonObject given ? given : new JsonObject();
        JsonObject executed = new JsonObject();
        executed.addProperty(SOURCES, of(notebook));
        oddity.add(EXECUTED, executed);
        metadata.add(ODDITY, oddity);
        return notebook.withMetadata(metadata);
    }

    /** The notebook without what an earlier run said. */
    public static Notebook remove(Notebook notebook) {
        JsonObject metadata = notebook.metadata().deepCopy();
        if (metadata.get(ODDITY) instanceof JsonObject oddity) {
            oddity.remove(EXECUTED);
        }
        return notebook.withMetadata(metadata);
    }

    /** What the last run said, if it said anything. */
    public static Optional<String> in(Notebook notebook) {
        return notebook.metadata().get(ODDITY) instanceof JsonObject oddity
                        && oddity.get(EXECUTED) instanceof JsonObject executed
                        && executed.get(SOURCES) instanceof JsonPrimitive sources
                ? Optional.of(sources.getAsString())
                : Optional.empty();
    }

    /** The hash of the code as it is. */
    public static String of(Notebook notebook) {
        return Sha256.hex(notebook.cells().stream()
                .filter(cell -> cell.isCode() && !cell.hasTag(Parameters.INJECTED_TAG))
                .map(cell -> cell.id() + "\n" + cell.source())
                .collect(Collectors.joining("\n\0\n")));
    }
}
