package dev.oddity.kernel.jshell;

/**
 * Marks what matters in an error. Bold, in the front end's own colour: its contrast with JupyterLab's background of errors
 * is 13 to 1, light or dark. No colour of ANSI reads on both: bold red has 5 and 2 to 1, red 3 and 4, the others no more.
 */
final class Ansi {

    private Ansi() {}

    static String bold(String text) {
        return "\u001b[1m" + text + "\u001b[0m";
    }
}
