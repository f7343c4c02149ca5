package dev.oddity.kernel.jshell;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is put before a statement so that JShell, which looks at one at a time, sees what its cell declares above it: a
 * class with the methods and types as members and a method, left open, with all else. It is looked at, never run. What
 * the same cell imports is not part of it.
 */
final class Scaffold {

    // Not static: in a static method JShell leaves out the variables declared in it.
    private static final String CLASS = "$Cell$";
    private static final String METHOD = "$statements$";
    private static final String INNER = "$declared$";

    /** Takes a name's place on the left of what would else be no expression. */
    static final String ASSIGNED = "Object $value$ = ";

    private static final Pattern IMPORT = Pattern.compile("import\\b");

    private static final String MODIFIERS = "(?:(?:@(?!interface\\b)[\\w.]+(?:\\s*\\([^()]*\\))?|public|protected"
            + "|private|static|final|abstract|sealed|non-sealed|strictfp|synchronized)\\s+)*";
    private static final String TYPE = "(?:class|enum|@?interface)\\s+\\w+|record\\s+\\w+\\s*[<(]";
    private static final String METHOD_HEAD = "(?:<[^(){};=]*>\\s*)?(?!(?:new|return|throw|else|assert|yield|case)\\b)"
            + "[\\w.]+(?:\\s*<[^(){};=]*>)?(?:\\s*\\[\\s*])*\\s+\\w+\\s*\\(";
    private static final Pattern MEMBER = Pattern.compile(MODIFIERS + "(?:" + TYPE + "|" + METHOD_HEAD + ")");
    private static final Pattern OF_MEMBERS_ONLY = Pattern.compile("(?:(?:public|protected|private|static)\\s+)+");

    private Scaffold() {}

    /**
     * The source to put before a statement; empty if it would add nothing.
     *
     * @param above the whole statements before it in its cell, in order
     * @param begun the statement as far as it is typed
     */
    static String before(List<String> above, String begun) {
        boolean nested = begun.indexOf('{') >= 0 || begun.indexOf(';') >= 0;
        if (IMPORT.matcher(begun).lookingAt() || above.isEmpty() && !nested) {
            return "";
        }
        StringBuilder members = new StringBuilder();
        StringBuilder statements = new StringBuilder();
        for (String statement : above) {
            if (MEMBER.matcher(statement).lookingAt()) {
                members.append(statement).append('\n');
            } else if (!IMPORT.matcher(statement).lookingAt()) {
                statements.append(withoutModifiers(statement)).append('\n');
            }
        }
        return "class " + CLASS + " {\n" + members + "Object " + METHOD + "() throws Throwable {\n" + statements
                + (MEMBER.matcher(begun).lookingAt() ? "class " + INNER + " {\n" : "");
    }

    /** Whether a name is one that only the scaffold has, or the class that JShell tries it in. */
    static boolean hasNamed(String text) {
        return text.startsWith(CLASS)
                || text.startsWith(METHOD)
                || text.startsWith(INNER)
                || text.startsWith("$value$")
                || text.startsWith("$JShell$");
    }

    /** A signature as it would be without the scaffold. */
    static String forUsers(String signature) {
        return signature.replace(CLASS + ".", "").replace(INNER + ".", "");
    }

    private static String withoutModifiers(String statement) {
        Matcher modifiers = OF_MEMBERS_ONLY.matcher(statement);
        return modifiers.lookingAt() ? statement.substring(modifiers.end()) : statement;
    }
}
