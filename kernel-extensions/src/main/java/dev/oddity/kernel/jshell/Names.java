package dev.oddity.kernel.jshell;

import java.util.Locale;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet;

/** Names as users wrote them: of classes, and of what cells declare. */
public final class Names {

    private static final String MADE_UP = "REPL.$JShell$";

    /** The class that JShell puts around what a user declares: a number, letters once it was declared anew. */
    private static final Pattern AROUND = Pattern.compile("REPL\\.\\$JShell\\$\\d+[A-Z]*[$.]");

    private Names() {}

    /** What a snippet declares and its name, such as {@code method less}; of one without a name its source. */
    static String of(Snippet snippet) {
        String name = snippet instanceof DeclarationSnippet declaration
                ? declaration.name()
                : snippet.source().strip();
        return kind(snippet) + " " + name;
    }

    private static String kind(Snippet snippet) {
        return switch (snippet.kind()) {
            case TYPE_DECL -> "type";
            case VAR -> "variable";
            default -> snippet.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    /** Whether a cell declared a class, or that of an array's elements. */
    static boolean isOfCell(Class<?> type) {
        return type.getName().contains(MADE_UP);
    }

    /** The text without the classes that JShell made up. */
    public static String forUsers(String text) {
        return text.contains(MADE_UP) ? AROUND.matcher(text).replaceAll("") : text;
    }
}
