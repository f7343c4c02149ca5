package dev.oddity.kernel.jshell;

import dev.oddity.kernel.javadoc.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What may follow in a statement: what fits the type asked for first, what every object has last. */
final class Suggestions {

    /** A long list is wanted at once more than with all its signatures. */
    private static final Duration FOR_SIGNATURES = Duration.ofMillis(250);

    private static final Set<String> OF_EVERY_OBJECT = Set.of(
            "clone()",
            "equals(",
            "finalize()",
            "getClass()",
            "hashCode()",
            "notify()",
            "notifyAll()",
            "toString()",
            "wait(",
            "wait()");

    /** With what every object has, what the scaffold has as a class; where JShell alone sees a class, it offers them too. */
    private static final Set<String> OF_EVERY_CLASS_BODY = Set.of("this", "super");

    /** The compiler's name of a variable whose declaration is no Java yet, as in the head of a {@code catch}. */
    private static final String UNREADABLE = "<error>";

    private final JShell shell;
    private final DefaultImports imports;
    private final SourceCodeAnalysis analysis;

    Suggestions(JShell shell, DefaultImports imports) {
        this.shell = shell;
        this.imports = imports;
        this.analysis = shell.sourceCodeAnalysis();
    }

    /**
     * One thing that may stand at the cursor.
     *
     * @param fits whether it has the type that is asked for there, and not everything has
     * @param before the source that it would be added to
     */
    private record Candidate(String text, boolean fits, String before) {

        boolean isUnreadable() {
            return text.equals(UNREADABLE);
        }
    }

    /**
     * Of bare names those that fit come first, then what cells declared, then imported words, then classes.
     *
     * @param scaffold what its cell declares above it, as a {@link Scaffold}; empty for nothing
     * @param begun a statement from its start to the cursor
     */
    Completions at(String scaffold, String begun) {
        int cursor = begun.length();
        int name = nameStart(begun);
        boolean member = isMember(begun);
        if (!member) {
            imports.forAllNames();
        }
        List<Candidate> found = new ArrayList<>(scaffold.isEmpty() ? List.of() : within(scaffold, begun, name));
        if (member && found.removeIf(Candidate::isUnreadable)) {
            // JShell takes no notice of the point.
            return new Completions(List.of(), cursor, cursor);
        }
        if (!member) {
            found.removeIf(candidate ->
                    OF_EVERY_CLASS_BODY.contains(candidate.text()) || OF_EVERY_OBJECT.contains(candidate.text()));
        }
        Set<String> own = member ? Set.of() : own(found, begun.substring(name));
        int[] start = {name};
        if (!member || found.isEmpty()) {
            found.addAll(candidates(begun, start, begun.substring(0, name), true));
        }
        found.removeIf(Candidate::isUnreadable);
        if (found.isEmpty() && lastOf(begun.substring(0, name)) == '@') {
            found.addAll(annotations(begun, name, start));
        }
        long end = System.nanoTime() + FOR_SIGNATURES.toNanos();
        Set<String> told = new HashSet<>();
        List<Completion> all = found.stream()
                .sorted(Comparator.<Candidate>comparingInt(candidate -> rank(candidate, own, member))
                        .thenComparingInt(candidate -> name < cursor ? length(candidate) : 0))
                .filter(candidate -> told.add(candidate.text()))
                .map(candidate -> completion(candidate, end))
                .toList();
        return new Completions(all, all.isEmpty() ? cursor : start[0], cursor);
    }

    private List<Candidate> within(String scaffold, String begun, int name) {
        String before = scaffold + begun.substring(0, name);
        boolean beginsStatement = "{};".indexOf(lastOf(before)) >= 0;
        String code = before + (beginsStatement ? Scaffold.ASSIGNED : "") + begun.substring(name);
        return candidates(code, new int[1], before, !beginsStatement);
    }

    /** JShell of Java 25 completes none; the types that it completes may be some. */
    private List<Candidate> annotations(String begun, int name, int[] start) {
        int sign = begun.lastIndexOf('@', name);
        String types = begun.substring(0, sign) + " " + begun.substring(sign + 1);
        return candidates(types, start, begun.substring(0, name), false).stream()
                .filter(candidate -> type(candidate.text()).equals("class"))
                .toList();
    }

    private List<Candidate> candidates(String code, int[] anchor, String before, boolean typed) {
        List<Suggestion> found = analysis.completionSuggestions(code, code.length(), anchor);
        boolean someFit = typed && !found.stream().allMatch(Suggestion::matchesType);
        return found.stream()
                .filter(suggestion -> !Scaffold.hasNamed(suggestion.continuation()))
                .map(suggestion ->
                        new Candidate(suggestion.continuation(), someFit && suggestion.matchesType(), before))
                .toList();
    }

    /** What cells before declared, and what is not known where a cell begins: this one declares it. */
    private Set<String> own(List<Candidate> within, String begunName) {
        Set<String> own = new HashSet<>();
        if (!within.isEmpty()) {
            within.forEach(candidate -> own.add(bare(candidate.text())));
            own.removeAll(names(begunName, begunName.length()));
        }
        Stream.of(shell.variables(), shell.methods(), shell.types())
                .flatMap(snippets -> snippets)
                .forEach(snippet -> own.add(snippet.name()));
        return own;
    }

    private static int rank(Candidate candidate, Set<String> own, boolean member) {
        String text = candidate.text();
        if (OF_EVERY_OBJECT.contains(text)) {
            return 4;
        }
        if (candidate.fits()) {
            return 0;
        }
        if (member || own.contains(bare(text))) {
            return 1;
        }
        return text.contains("(") && Character.isLowerCase(text.charAt(0)) ? 2 : 3;
    }

    /** Of the classes that a begun name may become, the shortest is the likeliest: of {@code Str} it is {@code String}. */
    private static int length(Candidate candidate) {
        String name = bare(candidate.text());
        return type(name).equals("class") ? name.length() : 0;
    }

    /** Whether what stands at the end of some code belongs to what stands before a point. */
    static boolean isMember(String begun) {
        return lastOf(begun.substring(0, nameStart(begun))) == '.';
    }

    private static int nameStart(String begun) {
        int at = begun.length();
        while (at > 0 && Character.isJavaIdentifierPart(begun.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** The last character that is no space. */
    private static char lastOf(String text) {
        String stripped = text.stripTrailing();
        return stripped.isEmpty() ? ' ' : stripped.charAt(stripped.length() - 1);
    }

    static String bare(String text) {
        return text.split("\\(")[0];
    }

    /** The bare names that may stand at the cursor. */
    private List<String> names(String statement, int cursor) {
        imports.forAllNames();
        return texts(statement, cursor).stream()
                .map(Suggestions::bare)
                .distinct()
                .toList();
    }

    /** What may stand at the cursor; a method with an opening bracket, or with both if it takes nothing. */
    List<String> texts(String statement, int cursor) {
        imports.forAllNames();
        return analysis.completionSuggestions(statement.substring(0, cursor), cursor, new int[1]).stream()
                .map(Suggestion::continuation)
                .toList();
    }

    private Completion completion(Candidate candidate, long end) {
        String text = candidate.text();
        String type = type(text);
        boolean ask = type.equals("function") && System.nanoTime() < end;
        String call = candidate.before() + text.substring(0, text.indexOf('(') + 1);
        return new Completion(text, type, ask ? signatures(call) : "");
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
                .map(documentation -> Signature.of(Scaffold.forUsers(documentation.signature()))
                        .shown())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
