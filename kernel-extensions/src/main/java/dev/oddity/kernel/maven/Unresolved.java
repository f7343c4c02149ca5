package dev.oddity.kernel.maven;

/** A library that can't be had. The message says which, who was asked, and what there is instead. */
public final class Unresolved extends Exception {

    private static final long serialVersionUID = 1;

    public Unresolved(String message, Throwable cause) {
        super(message, cause);
    }
}
