package dev.oddity.kernel.jshell;

/** Has no names to import. JShell knows the imports of a session's start by their first, which no cell should repeat. */
public final class NoNames {

    private NoNames() {}
}
