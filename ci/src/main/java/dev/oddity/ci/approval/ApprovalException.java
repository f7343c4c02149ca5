package dev.oddity.ci.approval;

/** An approved file that cannot be used. The message names it and says what to do. */
@SuppressWarnings("serial")
public final class ApprovalException extends RuntimeException {

    ApprovalException(String message, Throwable cause) {
        super(message, cause);
    }
}
