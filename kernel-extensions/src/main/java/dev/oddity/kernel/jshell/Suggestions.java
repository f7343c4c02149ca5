package dev.oddity.kernel.jshell;

import dev.oddity.kernel.javadoc.Signature;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What may follow in a statement: what fits the type asked for first, what every object has last. */
final class Suggestions {

    /** A long list is wanted at once more than with all its signatures. */
    private static final Duration FOR_SIGNATURES = Duration.ofMillis(250);

    /** How JShell begins the names of anonymous classes. */
    private static final String MADE_UP = "$JShell$";

    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("equals(", "getClass()", "hashCode()", "notify()", "notifyAll()", "toString()", "wait(", "wait()");

    private final SourceCodeAnalysis analysis;

    Suggestions(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * @param statement from its start on
     * @param cursor in it
     */
    Completions at(String statement, int cursor) {
        int[] anchor = new int[1];
        List<Suggestion> found = analysis.completionSuggestions(statement, cursor, anchor);
        if (found.isEmpty()) {
            return new Completions(List.of(), cursor, cursor);
        }
        String before = statement.substring(0, anchor[0]);
        long end = System.nanoTime() + FOR_SIGNATURES.toNanos();
        List<Completion> all = found.stream()
                .sorted(Comparator.comparing(
                                (Suggestion suggestion) -> OF_EVERY_OBJECT.contains(suggestion.continuation()))
                        .thenComparing(suggestion -> !suggestion.matchesType()))
                .map(Suggestion::continuation)
                .filter(text -> !text.startsWith(MADE_UP))
                .distinct()
                .map(text -> completion(before, text, end))
                .toList();
        return new Completions(all, anchor[0], cursor);
    }

    /** The bare names that may stand at the cursor. */
    List<String> names(String statement, int cursor) {
        return analysis.completionSuggestions(statement.substring(0, cursor), cursor, new int[1]).stream()
                .map(suggestion -> suggestion.continuation().split("\\(")[0])
                .distinct()
                .toList();
    }

    private Completion completion(String before, String text, long end) {
        String type = type(text);
        boolean ask = type.equals("function") && System.nanoTime() < end;
        return new Completion(text, type, ask ? signatures(before + text.substring(0, text.indexOf('(') + 1)) : "");
    }

    private static String type(String text) {
        if (text.contains("(")) {
            return "function";
        }
        if (text.endsWith(".")) {
            return "module";
        }
        return Character.isUpperCase(text.charAt(0)) && !text.equals(text.toUpperCase(Locale.ROOT))
                ? "class"
                : "instance";
    }

    private String signatures(String call) {
        return analysis.documentation(call, call.length(), false).stream()
                .map(documentation -> Signature.of(documentation.signature()).shown())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
