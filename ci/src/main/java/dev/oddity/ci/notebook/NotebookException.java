package dev.oddity.ci.notebook;

/** A notebook that cannot be used as it is. The message says what was given, the rule, and the fix. */
@SuppressWarnings("serial")
public final class NotebookException extends RuntimeException {

    public NotebookException(String message) {
        super(message);
    }

    NotebookException(String message, Throwable cause) {
        super(message, cause);
    }
}
