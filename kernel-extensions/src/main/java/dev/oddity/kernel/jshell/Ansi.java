package dev.oddity.kernel.jshell;

/** Bold and red, the two that read well on light and on dark. */
final class Ansi {

    private Ansi() {}

    static String bold(String text) {
        return "\u001b[1m" + text + "\u001b[0m";
    }

    static String red(String text) {
        return "\u001b[1;31m" + text + "\u001b[0m";
    }
}
