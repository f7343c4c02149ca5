package dev.oddity.ci.execution;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.oddity.ci.notebook.Notebook;
import java.time.Duration;
import java.util.Optional;

/**
 * What a notebook asks of whoever runs it, in its metadata: {@code {"oddity": {"timeout": 60, "totalTimeout": 600}}}. The limit of
 * a cell may also stand where nbmake has it: {@code {"execution": {"timeout": 60}}}.
 *
 * @param cell what each cell may take that has no limit of its own
 * @param total what all cells together may take
 */
public record NotebookWishes(Optional<Limit> cell, Optional<Limit> total) {

    private static final String REMEDY = " in the notebook's metadata; give more there, or with --";

    /** @throws dev.oddity.ci.notebook.NotebookException if the metadata say something that cannot be */
    public static NotebookWishes of(Notebook notebook) {
        Optional<Limit> cell = limit(notebook, "oddity", "timeout", "timeout");
        Optional<Limit> nbmake = limit(notebook, "execution", "timeout", "timeout");
        return new NotebookWishes(
                cell.isPresent() ? cell : nbmake, limit(notebook, "oddity", "totalTimeout", "total-timeout"));
    }

    private static Optional<Limit> limit(Notebook notebook, String section, String key, String option) {
        if (!(notebook.metadata().get(section) instanceof JsonObject said)) {
            return Optional.empty();
        }
        JsonElement value = said.get(key);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        Duration time = Seconds.read("the notebook has " + key, value);
        return Optional.of(new Limit(time, "the limit" + REMEDY + option));
    }
}
