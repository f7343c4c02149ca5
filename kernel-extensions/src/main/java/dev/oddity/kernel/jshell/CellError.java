package dev.oddity.kernel.jshell;

import java.util.ArrayList;
import java.util.List;

/** A cell that failed, in the user's terms. Has no stack of its own: what matters is in {@link #traceback}. */
@SuppressWarnings("serial")
public final class CellError extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int FRAMES = 10;

    private final String kind;
    private final List<String> traceback;

    /**
     * @param kind the exception's class, or {@code CompileError}
     * @param message one line
     * @param traceback what to show, line by line, the error itself first
     */
    public CellError(String kind, String message, List<String> traceback) {
        super(Names.forUsers(message), null, false, false);
        this.kind = Names.forUsers(kind);
        this.traceback = traceback.stream().map(Names::forUsers).toList();
    }

    /** The error of a cell that something else than its own statements ended: a renderer, a magic, this kernel. */
    public static CellError of(Throwable thrown) {
        if (thrown instanceof CellError error) {
            return error;
        }
        String message = Thrown.message(thrown);
        List<String> traceback = new ArrayList<>();
        traceback.add(Thrown.text(thrown));
        Thrown.stack(thrown).limit(FRAMES).forEach(frame -> traceback.add("    at " + frame));
        return new CellError(Thrown.kind(thrown), message == null ? "" : message, traceback);
    }

    public String kind() {
        return kind;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public List<String> traceback() {
        return traceback;
    }
}
