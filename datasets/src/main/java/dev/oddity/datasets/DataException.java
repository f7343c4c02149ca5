package dev.oddity.datasets;

/** Data that cannot be had or used as asked. The message says what was given, the rule, and the fix. */
@SuppressWarnings("serial")
public class DataException extends RuntimeException {

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
