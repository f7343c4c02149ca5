package dev.oddity.kernel.jshell;

import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/**
 * The variable that holds an expression's value for a moment. JShell makes one by itself, but compiles an expression twice
 * to learn which type that should have; declared by us, as an {@code Object}, it costs half the time.
 */
final class ValueVariable {

    private static final String NAME = "value$";

    private static final Pattern NAMES = Pattern.compile("value\\$\\d+");

    /** {@code =}, but not in {@code ==}, {@code <=}, {@code >=}, {@code !=}. */
    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![=<>!])=(?!=)");

    /** An int of one case stays an int if an Object is asked for, and becomes a double beside a double otherwise. */
    private static final Pattern SWITCH = Pattern.compile("\\bswitch\\b");

    private static final Pattern FIRST_WORD = Pattern.compile("\\w*");

    private static final Set<String> NO_EXPRESSIONS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "char",
            "class",
            "continue",
            "do",
            "double",
            "enum",
            "final",
            "float",
            "for",
            "if",
            "import",
            "int",
            "interface",
            "long",
            "non",
            "private",
            "protected",
            "public",
            "record",
            "return",
            "sealed",
            "short",
            "static",
            "strictfp",
            "synchronized",
            "throw",
            "throws",
            "try",
            "var",
            "void",
            "while",
            "yield");

    /** The commonest calls without a value: to try them costs more than it gains elsewhere. */
    private static final Pattern PRINTS = Pattern.compile("System\\s*\\.\\s*(?:out|err)\\b.*", Pattern.DOTALL);

    private int count;

    /** Whether a statement may be an expression with a value; if it turns out to be none, it doesn't compile as one. */
    static boolean mayHold(Statement statement) {
        if (!statement.whole()
                || statement.source().startsWith("@")
                || statement.source().startsWith("{")) {
            return false;
        }
        var word = FIRST_WORD.matcher(statement.source());
        if (word.lookingAt() && NO_EXPRESSIONS.contains(word.group())
                || PRINTS.matcher(statement.source()).matches()) {
            return false;
        }
        String code = Prose.blanked(statement.source());
        return !ASSIGNMENT.matcher(code).find() && !SWITCH.matcher(code).find();
    }

    /** Java that sets a new variable to an expression; each line of it stays the line it is. */
    String declare(Statement expression) {
        count++;
        return "Object " + NAME + count + " = (" + expression.source().replaceFirst(";\\s*$", "") + "\n);";
    }

    static boolean is(Snippet snippet) {
        return snippet instanceof VarSnippet variable
                && (variable.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                        || NAMES.matcher(variable.name()).matches());
    }
}
