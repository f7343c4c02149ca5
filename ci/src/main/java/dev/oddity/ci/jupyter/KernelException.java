package dev.oddity.ci.jupyter;

/** A kernel that cannot be found, does not start, or has died. */
@SuppressWarnings("serial")
public final class KernelException extends RuntimeException {

    KernelException(String message) {
        super(message);
    }

    KernelException(String message, Throwable cause) {
        super(message, cause);
    }
}
