package dev.oddity.kernel.jshell;

import java.util.regex.Pattern;

/** Names of classes as users wrote them. */
public final class Names {

    private static final String MADE_UP = "REPL.$JShell$";

    /** The class that JShell puts around what a user declares: a number, letters once it was declared anew. */
    private static final Pattern AROUND = Pattern.compile("REPL\\.\\$JShell\\$\\d+[A-Z]*[$.]");

    private Names() {}

    /** The text without the classes that JShell made up. */
    public static String forUsers(String text) {
        return text.contains(MADE_UP) ? AROUND.matcher(text).replaceAll("") : text;
    }
}
