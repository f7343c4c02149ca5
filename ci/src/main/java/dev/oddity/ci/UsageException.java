package dev.oddity.ci;

/** A command that cannot be carried out as given. The message says what was given, the rule, and the fix. */
@SuppressWarnings("serial")
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
