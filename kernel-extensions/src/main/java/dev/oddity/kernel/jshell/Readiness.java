package dev.oddity.kernel.jshell;

/**
 * Whether a cell can be run as it stands.
 *
 * @param status as the Jupyter protocol names it
 * @param indent what the next line should begin with, if incomplete
 */
public record Readiness(Status status, String indent) {

    /** The protocol's words, in lower case. */
    public enum Status {
        COMPLETE,
        INCOMPLETE,
        INVALID
    }
}
