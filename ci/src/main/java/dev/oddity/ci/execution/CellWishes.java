package dev.oddity.ci.execution;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.NotebookException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a cell asks of whoever runs it: by tags that Jupyter's own runners know, and by {@code "oddity"} in its metadata, such
 * as {@code {"oddity": {"timeout": 30, "raises": "IllegalStateException"}}}.
 *
 * @param skipped whether it is left as it is: tag {@code skip-execution}
 * @param raises whether it must end with an error: tag {@code raises-exception}
 * @param error the class of that error, with or without its package; any if empty
 * @param timeout what it may take, instead of the limit for all cells
 */
record CellWishes(boolean skipped, boolean raises, Optional<String> error, Optional<Limit> timeout) {

    private static final String SKIP = "skip-execution";
    private static final String RAISES = "raises-exception";
    private static final String OWN = "the limit in its metadata; give more there";

    /** @throws NotebookException if the metadata say something that cannot be */
    static CellWishes of(Cell cell) {
        JsonObject said = cell.metadata().get("oddity") instanceof JsonObject given ? given : new JsonObject();
        Optional<String> error = Optional.ofNullable(said.get("raises")).map(value -> error(cell, value));
        Optional<Limit> timeout = Optional.ofNullable(said.get("timeout"))
                .map(value -> new Limit(Seconds.read("cell '%s' has timeout".formatted(cell.id()), value), OWN));
        return new CellWishes(cell.hasTag(SKIP), cell.hasTag(RAISES) || error.isPresent(), error, timeout);
    }

    /** Why this ending is not what the cell asks for; empty if it is. */
    Optional<String> complaint(@Nullable RaisedError raised) {
        if (!raises) {
            return raised == null ? Optional.empty() : Optional.of(raised.toString());
        }
        if (raised == null) {
            return Optional.of("it must raise %s and raised nothing; mend it, or take the tag %s away"
                    .formatted(error.orElse("an error"), RAISES));
        }
        return error.filter(wanted -> !raised.isOf(wanted))
                .map(wanted -> "it must raise %s and raised %s".formatted(wanted, raised));
    }

    private static String error(Cell cell, JsonElement value) {
        if (value instanceof JsonPrimitive text
                && text.isString()
                && !text.getAsString().isBlank()) {
            return text.getAsString();
        }
        throw new NotebookException(
                "cell '%s' has raises %s in its metadata; it is the name of a class, such as \"IllegalStateException\""
                        .formatted(cell.id(), value));
    }
}
