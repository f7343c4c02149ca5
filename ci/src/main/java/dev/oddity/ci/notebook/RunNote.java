package dev.oddity.ci.notebook;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.oddity.reproducibility.NotebookNote;
import dev.oddity.reproducibility.OddityVersion;
import java.util.Optional;

/**
 * What an executed notebook says of its run, kept in its metadata as {@code {"oddity": {"run": {"command": "..", "status":
 * "passed"}}}}.
 *
 * @param command the line that makes it again
 * @param status how the run ended, as people read it; {@value #UNFINISHED} until it has
 * @param reason why it did not pass; empty if it did
 * @param oddity the version of Oddity that ran it; empty if it does not say
 */
public record RunNote(String command, String status, String reason, String oddity) {

    public static final String PASSED = "passed";
    /** Of a run that goes on, or was killed. */
    public static final String UNFINISHED = "unfinished";

    private static final String ODDITY = "oddity";

    /** Of a run by this version. */
    public static RunNote now(String command, String status, String reason) {
        return new RunNote(command, status, reason, OddityVersion.words());
    }

    /** The notebook with this note instead of an earlier one. */
    public Notebook on(Notebook notebook) {
        JsonObject note = new JsonObject();
        note.addProperty("command", command);
        note.addProperty("status", status);
        if (!reason.isEmpty()) {
            note.addProperty("reason", reason);
        }
        note.addProperty(ODDITY, oddity);
        return notebook.withMetadata(NotebookNote.RUN.put(notebook.metadata(), note));
    }

    /** The notebook without what an earlier run noted. */
    static Notebook remove(Notebook notebook) {
        return notebook.withMetadata(NotebookNote.RUN.remove(notebook.metadata()));
    }

    /** Empty for a notebook that {@code ci/notebooks} did not run. */
    public static Optional<RunNote> in(Notebook notebook) {
        return NotebookNote.RUN
                .in(notebook.metadata())
                .map(note -> new RunNote(
                        text(note, "command"), text(note, "status"), text(note, "reason"), text(note, ODDITY)));
    }

    public boolean passed() {
        return status.equals(PASSED);
    }

    private static String text(JsonObject note, String key) {
        return note.get(key) instanceof JsonPrimitive text ? text.getAsString() : "";
    }
}
