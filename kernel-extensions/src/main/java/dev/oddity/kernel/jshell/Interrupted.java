package dev.oddity.kernel.jshell;

/**
 * What an interrupt throws in code of cells. An error, so that {@code catch (Exception e)} does not go on after it. Users
 * read of it as an {@link InterruptedException}.
 */
@SuppressWarnings("serial")
final class Interrupted extends Error {

    private static final long serialVersionUID = 1;

    Interrupted() {
        super("interrupted");
    }
}
