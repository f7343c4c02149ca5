package dev.oddity.kernel.jshell;

import java.util.List;

/** A cell that failed, in the user's terms. Has no stack of its own: what matters is in {@link #traceback}. */
@SuppressWarnings("serial")
public final class CellError extends RuntimeException {

    private static final long serialVersionUID = 1;

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

    /** The error of a cell that the kernel itself ended, which has no line of its own. */
    public static CellError of(Throwable thrown) {
        if (thrown instanceof CellError error) {
            return error;
        }
        String message = Thrown.message(thrown);
        return new CellError(Thrown.kind(thrown), message == null ? "" : message, List.of(Thrown.text(thrown)));
    }

    public String kind() {
        return kind;
    }

    /** Whether the compiler refused it: nothing was run. */
    public boolean isOfCompiler() {
        return kind.equals(CompileErrors.KIND);
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public List<String> traceback() {
        return traceback;
    }
}
