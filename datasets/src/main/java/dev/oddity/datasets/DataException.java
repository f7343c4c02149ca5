package dev.oddity.datasets;

/** Data that cannot be had or used as asked. The message says what was given, the rule, and the fix. */
public final class DataException extends RuntimeException {

    DataException(String message) {
        super(message);
    }

    DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
