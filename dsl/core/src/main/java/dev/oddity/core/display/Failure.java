package dev.oddity.core.display;

import org.jspecify.annotations.Nullable;

/**
 * Stands where a value would, had its own code not thrown: the rest of what is shown must not suffer from it.
 *
 * @param told class and message of what was thrown
 */
record Failure(String told) {

    /** A longer chain of causes is cut. */
    private static final int CAUSES = 50;

    /**
     * What stands there for this throwable. One that ends the work, an interrupt or an error of the machine, is thrown on.
     */
    static Failure of(Throwable thrown) {
        if (Thread.currentThread().isInterrupted() || !concernsOneValue(thrown)) {
            throw throwOn(thrown);
        }
        String message = message(thrown);
        return new Failure(thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message));
    }

    /** To be called by long work; ends it if an interrupt asks for that. */
    static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException(
                    "interrupted while a value was shown", new InterruptedException("interrupted"));
        }
    }

    private static boolean concernsOneValue(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int i = 0; i < CAUSES && cause != null; i++) {
            if (cause instanceof InterruptedException) {
                return false;
            }
            cause = cause.getCause();
        }
        return thrown instanceof Exception
                || thrown instanceof StackOverflowError
                || thrown instanceof OutOfMemoryError
                || thrown instanceof LinkageError
                || thrown instanceof AssertionError;
    }

    private static RuntimeException throwOn(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }

    private static @Nullable String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "(throws " + told + ")";
    }
}
