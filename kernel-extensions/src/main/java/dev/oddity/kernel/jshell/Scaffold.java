package dev.oddity.kernel.jshell;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is put before a statement so that JShell, which looks at one at a time, sees what its cell declares above it: a
 * class with the methods and types as members and a method, left open, with the variables. It is looked at, never run.
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
    private static final String TYPE_AND_NAME = "(?!(?:new|return|throw|else|assert|yield|case)\\b)"
            + "[\\w.]+(?:\\s*<[^(){};=]*>)?(?:\\s*\\[\\s*])*\\s+\\w+\\s*";
    private static final String METHOD_HEAD = "(?:<[^(){};=]*>\\s*)?" + TYPE_AND_NAME + "\\(";
    private static final Pattern MEMBER = Pattern.compile(MODIFIERS + "(?:" + TYPE + "|" + METHOD_HEAD + ")");
    private static final Pattern VARIABLE = Pattern.compile(MODIFIERS + TYPE_AND_NAME + "(?:\\[\\s*]\\s*)*[=;,]");
    private static final Pattern VAR = Pattern.compile("\\bvar\\s+\\w+\\s*=$");
    private static final Pattern NAME = Pattern.compile("\\b(\\p{L}\\w*)");
    private static final Pattern LAST_NAME = Pattern.compile("(\\w+)\\W*$");
    private static final Pattern FURTHER_NAME = Pattern.compile(",\\s*(\\w+)\\s*[=,;\\[]");

    private static final Pattern OF_MEMBERS_ONLY = Pattern.compile("(?:(?:public|protected|private|static)\\s+)+");

    private Scaffold() {}

    /**
     * The source to put before a statement; empty if it would add nothing.
     *
     * @param above the whole statements before it in its cell, in order
     * @param begun the statement as far as it is typed
     */
    static String before(List<String> above, String begun) {
        List<String> all = above.stream().flatMap(Scaffold::declaration).toList();
        StringBuilder members = new StringBuilder();
        StringBuilder variables = new StringBuilder();
        for (String declaration : Suggestions.isMember(begun) ? needed(all, begun) : all) {
            StringBuilder part = MEMBER.matcher(declaration).lookingAt() ? members : variables;
            part.append(declaration).append('\n');
        }
        boolean nested = begun.indexOf('{') >= 0 || begun.indexOf(';') >= 0;
        if (IMPORT.matcher(begun).lookingAt() || members.isEmpty() && variables.isEmpty() && !nested) {
            return "";
        }
        return "class " + CLASS + " {\n" + members + "Object " + METHOD + "() throws Throwable {\n" + variables
                + (MEMBER.matcher(begun).lookingAt() ? "class " + INNER + " {\n" : "");
    }

    /** The imports among some statements. */
    static List<String> imports(List<String> above) {
        return above.stream()
                .filter(statement -> IMPORT.matcher(statement).lookingAt())
                .toList();
    }

    /** What a statement declares, if anything; what a variable is set to only if it says of which type it is. */
    private static Stream<String> declaration(String statement) {
        if (MEMBER.matcher(statement).lookingAt()) {
            return Stream.of(statement);
        }
        Matcher variable = VARIABLE.matcher(statement);
        if (!variable.lookingAt()) {
            return Stream.empty();
        }
        String head = variable.group();
        boolean one = head.endsWith("=")
                && !FURTHER_NAME.matcher(statement.substring(variable.end())).find();
        boolean typed = !VAR.matcher(head).find();
        String declaration = one && typed ? head.substring(0, head.length() - 1) + ";" : statement;
        Matcher modifiers = OF_MEMBERS_ONLY.matcher(declaration);
        return Stream.of(modifiers.lookingAt() ? declaration.substring(modifiers.end()) : declaration);
    }

    /** The declarations whose names stand in some code, or in a later declaration that the code needs. */
    private static List<String> needed(List<String> all, String code) {
        Deque<String> needed = new ArrayDeque<>();
        Set<String> names = new HashSet<>();
        addTo(names, NAME, code);
        for (int i = all.size() - 1; i >= 0; i--) {
            String declaration = all.get(i);
            if (!Collections.disjoint(declared(declaration), names)) {
                needed.addFirst(declaration);
                addTo(names, NAME, declaration);
            }
        }
        return List.copyOf(needed);
    }

    private static Set<String> declared(String declaration) {
        Set<String> declared = new HashSet<>();
        Matcher head = MEMBER.matcher(declaration);
        if (head.lookingAt()) {
            addTo(declared, LAST_NAME, head.group());
        } else if (head.usePattern(VARIABLE).lookingAt()) {
            addTo(declared, LAST_NAME, head.group());
            addTo(declared, FURTHER_NAME, declaration.substring(head.end() - 1));
        }
        return declared;
    }

    private static void addTo(Set<String> names, Pattern name, String code) {
        name.matcher(code).results().map(found -> found.group(1)).forEach(names::add);
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
}
