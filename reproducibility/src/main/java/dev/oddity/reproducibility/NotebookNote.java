package dev.oddity.reproducibility;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code ci/notebooks} notes of a run in the notebook's metadata, beside what people wrote there: {@code {"oddity": {"run":
 * {..}}}}.
 */
public enum NotebookNote {
    /** Which code made the outputs. */
    EXECUTED,
    /** How the notebook was run, and what it came to. */
    RUN;

    static final String SECTION = "oddity";

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The note in a notebook's metadata. */
    public Optional<JsonObject> in(JsonObject metadata) {
        return metadata.get(SECTION) instanceof JsonObject notes && notes.get(key()) instanceof JsonObject note
                ? Optional.of(note)
                : Optional.empty();
    }

    /** The metadata with this note instead of an earlier one. */
    public JsonObject put(JsonObject metadata, JsonObject note) {
        JsonObject changed = metadata.deepCopy();
        JsonObject notes = changed.get(SECTION) instanceof JsonObject given ? given : new JsonObject();
        notes.add(key(), note);
        changed.add(SECTION, notes);
        return changed;
    }

    /** The metadata without it. */
    public JsonObject remove(JsonObject metadata) {
        JsonObject changed = metadata.deepCopy();
        if (changed.get(SECTION) instanceof JsonObject notes) {
            notes.remove(key());
        }
        return changed;
    }
}
