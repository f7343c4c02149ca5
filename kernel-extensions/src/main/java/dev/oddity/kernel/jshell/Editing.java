package dev.oddity.kernel.jshell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Help while a cell is being typed. */
final class Editing {

    private static final String INDENT = "    ";

    private final SourceCodeAnalysis analysis;
    private final Statements statements;

    Editing(SourceCodeAnalysis analysis, Statements statements) {
        this.analysis = analysis;
        this.statements = statements;
    }

    Readiness readiness(String source) {
        int at = Blank.length(source);
        while (at < source.length()) {
            if (source.startsWith("/*", at)) {
                return new Readiness(Readiness.Status.INCOMPLETE, "");
            }
            Statements.Found found = statements.at(source, at);
            switch (found.ending()) {
                case WRONG -> {
                    return new Readiness(Readiness.Status.INVALID, "");
                }
                case UNFINISHED -> {
                    return new Readiness(Readiness.Status.INCOMPLETE, indent(source));
                }
                case WHOLE -> at = found.statement().end();
            }
            at += Blank.length(source.substring(at));
        }
        return new Readiness(Readiness.Status.COMPLETE, "");
    }

    Completions complete(String source, int cursor) {
        int start = statementStart(source, cursor);
        int[] anchor = new int[1];
        List<Suggestion> suggestions = analysis.completionSuggestions(source.substring(start), cursor - start, anchor);
        List<String> matches = suggestions.stream()
                .sorted((a, b) -> Boolean.compare(b.matchesType(), a.matchesType()))
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        return matches.isEmpty()
                ? new Completions(matches, cursor, cursor)
                : new Completions(matches, start + anchor[0], cursor);
    }

    /** Signatures and, where Java has it, documentation of the name under the cursor or the call around it. */
    Optional<String> inspect(String source, int cursor) {
        int start = statementStart(source, cursor);
        int end = cursor;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        boolean onName = end > 0 && Character.isJavaIdentifierPart(source.charAt(end - 1));
        String upToName = source.substring(start, end);
        List<Documentation> found =
                onName ? analysis.documentation(upToName + "(", upToName.length() + 1, true) : List.of();
        if (found.isEmpty()) {
            found = analysis.documentation(upToName, upToName.length(), true);
        }
        if (found.isEmpty() && onName) {
            return Optional.ofNullable(analysis.analyzeType(upToName, upToName.length()))
                    .map(type -> lastWord(upToName) + ": " + type);
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.stream().map(Editing::text).collect(Collectors.joining("\n\n")));
    }

    private static String text(Documentation documentation) {
        String javadoc = documentation.javadoc();
        return javadoc == null || javadoc.isBlank()
                ? documentation.signature()
                : documentation.signature() + "\n\n" + javadoc;
    }

    private static String lastWord(String text) {
        int at = text.length();
        while (at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1))) {
            at--;
        }
        return text.substring(at);
    }

    /** JShell looks at one statement at a time: the one that the cursor is in. */
    private int statementStart(String source, int cursor) {
        int start = Blank.length(source);
        while (start < cursor) {
            int end = statements.at(source, start).statement().end();
            int next = end + Blank.length(source.substring(end));
            if (next > cursor || next == cursor && isInName(source, cursor)) {
                return start;
            }
            start = next;
        }
        return Math.min(start, cursor);
    }

    private static boolean isInName(String source, int cursor) {
        char before = source.charAt(cursor - 1);
        return before == '.' || Character.isJavaIdentifierPart(before);
    }

    /** One step for each bracket left open; brackets in text and comments are miscounted, which costs a few spaces. */
    private static String indent(String source) {
        long open = source.chars().filter(c -> c == '{' || c == '(' || c == '[').count();
        long closed =
                source.chars().filter(c -> c == '}' || c == ')' || c == ']').count();
        return INDENT.repeat((int) Math.max(0, open - closed));
    }
}
