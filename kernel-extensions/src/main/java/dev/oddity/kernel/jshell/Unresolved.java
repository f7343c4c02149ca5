package dev.oddity.kernel.jshell;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * Something a declaration uses and nothing declares.
 *
 * @param text in JShell's words: {@code class Late}, {@code method mean(int)}
 * @param kind {@code class}, {@code method} or {@code variable}
 * @param name alone
 */
record Unresolved(String text, String kind, String name) {

    private static final Pattern TEXT = Pattern.compile("(\\w+) ([\\w$]+)");

    /** What a snippet waits for. */
    static List<Unresolved> of(JShell shell, Snippet snippet) {
        return snippet instanceof DeclarationSnippet declaration
                ? shell.unresolvedDependencies(declaration).map(Unresolved::of).toList()
                : List.of();
    }

    private static Unresolved of(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.lookingAt()
                ? new Unresolved(text, parts.group(1), parts.group(2))
                : new Unresolved(text, "class", text);
    }

    /** Whether the name stands in some code. */
    boolean isNamedIn(String source) {
        return find(source).isPresent();
    }

    /** Where the name stands first in the declaration's code; 0 if it does not. */
    int offset(String source) {
        return find(source).orElse(0);
    }

    private OptionalInt find(String source) {
        Matcher names = Pattern.compile(Quoted.PATTERN + "|\\b" + Pattern.quote(name) + "\\b", Pattern.DOTALL)
                .matcher(source);
        while (names.find()) {
            if (names.group().equals(name)) {
                return OptionalInt.of(names.start());
            }
        }
        return OptionalInt.empty();
    }
}
