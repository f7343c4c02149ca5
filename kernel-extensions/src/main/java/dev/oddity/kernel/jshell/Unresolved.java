package dev.oddity.kernel.jshell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * Something that a piece of source uses and nothing declares.
 *
 * @param text in JShell's words: {@code class Late}, {@code method mean(int)}
 * @param kind {@code class}, {@code method} or {@code variable}
 * @param name alone
 * @param offset where the name stands in the source; 0 if it does not
 */
record Unresolved(String text, String kind, String name, int offset) {

    private static final Pattern TEXT = Pattern.compile("(\\w+) ([\\w$]+)");

    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+((class|variable|method) (\\w+))");

    /** What the compiler takes the first of several names for that it doesn't know: {@code Sytem.out.print()}. */
    private static final Pattern PACKAGE = Pattern.compile("package (\\w+) does not exist");

    /** What a snippet waits for. */
    static List<Unresolved> of(JShell shell, Snippet snippet) {
        return snippet instanceof DeclarationSnippet declaration
                ? shell.unresolvedDependencies(declaration)
                        .map(text -> of(text, snippet.source()))
                        .toList()
                : List.of();
    }

    /** What an error of the compiler is about, if it is about a name. */
    static Optional<Unresolved> of(Diag error, String source) {
        String message = error.getMessage(Locale.ENGLISH);
        Matcher symbol = SYMBOL.matcher(message);
        if (symbol.find()) {
            int end = (int) Math.min(error.getEndPosition(), source.length());
            int offset = Math.max(0, end - symbol.group(3).length());
            return Optional.of(new Unresolved(symbol.group(1), symbol.group(2), symbol.group(3), offset));
        }
        Matcher first = PACKAGE.matcher(message);
        return first.find() && !source.startsWith("import")
                ? Optional.of(of("class " + first.group(1), source))
                : Optional.empty();
    }

    private static Unresolved of(String text, String source) {
        Matcher parts = TEXT.matcher(text);
        String kind = parts.lookingAt() ? parts.group(1) : "class";
        String name = parts.lookingAt() ? parts.group(2) : text;
        return new Unresolved(text, kind, name, find(name, source).orElse(0));
    }

    /** Whether the name stands in some other code. */
    boolean isNamedIn(String source) {
        return find(name, source).isPresent();
    }

    private static OptionalInt find(String name, String source) {
        Matcher names = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(Prose.blanked(source));
        return names.find() ? OptionalInt.of(names.start()) : OptionalInt.empty();
    }
}
