package dev.oddity.kernel.jshell;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet;

/** Names as users wrote them: of classes, and of what cells declare. */
public final class Names {

    /** In the name of every class that JShell made up. */
    private static final String MADE_UP = "$JShell$";

    private static final String PLAIN_AROUND = "(REPL\\.\\$JShell\\$\\d+)[A-Z]*";

    /** The class that JShell puts around a declaration: a number for its name, letters once it was declared anew. */
    static final Pattern AROUND = Pattern.compile(PLAIN_AROUND + "(?=\\$|$)");

    private static final Pattern BEFORE_NAME = Pattern.compile(PLAIN_AROUND + "[$.]");

    private static final Pattern DECLARED = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$([^$\\d][^$]*)(?:\\$.*)?");

    private static final String ANONYMOUS = MADE_UP + "anonymous$";

    private static final String LAMBDA = "$$Lambda";

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

    /** The name by which a cell declared a class, or the class around it. */
    static Optional<String> declared(String className) {
        Matcher name = DECLARED.matcher(className);
        return name.matches() && !className.contains(LAMBDA) ? Optional.of(name.group(1)) : Optional.empty();
    }

    /** The class whose code a lambda's class belongs to, if it is one. */
    static Optional<String> aroundLambda(String className) {
        int end = className.indexOf(LAMBDA);
        return end < 0 ? Optional.empty() : Optional.of(className.substring(0, end));
    }

    /** Whether a cell declared a class, or that of an array's elements. */
    static boolean isOfCell(Class<?> type) {
        return isMadeUp(type.getName());
    }

    /** Whether JShell made a class of a cell's that has no name. */
    static boolean isAnonymous(Class<?> type) {
        return type.getSimpleName().startsWith(ANONYMOUS);
    }

    /** Whether a text has a name that JShell made up. */
    static boolean isMadeUp(String text) {
        return text.contains(MADE_UP);
    }

    /** The text without the classes that JShell made up. */
    public static String forUsers(String text) {
        return isMadeUp(text) ? BEFORE_NAME.matcher(text).replaceAll("") : text;
    }
}
