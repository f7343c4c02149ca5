package dev.oddity.kernel.jshell;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How it looks where one of some variables is set: its name, and {@code =}, {@code +=} and the like, {@code ++} or
 * {@code --} beside it. What looks so may be something else: a variable of the same name that the code declares itself.
 */
final class LikelyAssignment {

    private static final String NOT_BEHIND = "(?<![.\\p{javaJavaIdentifierPart}])";
    private static final String NOT_BEFORE = "(?!\\p{javaJavaIdentifierPart})";
    private static final String STEP = "(?:\\+\\+|--)";
    private static final String ASSIGNMENT = "(?:[-+*/%&|^]|<<|>>>?)?=(?!=)";

    private final Pattern pattern;

    private LikelyAssignment(Pattern pattern) {
        this.pattern = pattern;
    }

    static LikelyAssignment to(Set<String> names) {
        String any = names.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
        String name = NOT_BEHIND + any + NOT_BEFORE;
        return new LikelyAssignment(
                Pattern.compile(STEP + "[\\s(]*+" + name + "|" + name + "[\\s)]*+(?:" + STEP + "|" + ASSIGNMENT + ")"));
    }

    /** Not in its comments and strings. */
    boolean isIn(String source) {
        return pattern.matcher(Prose.blanked(source)).find();
    }
}
