package dev.oddity.kernel.jshell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Help while a cell is being typed. */
final class Editing {

    private static final String INDENT = "    ";

    private final Statements statements;
    private final DefaultImports imports;
    private final Suggestions suggestions;
    private final Inspector inspector;

    Editing(Statements statements, DefaultImports imports, Suggestions suggestions, Inspector inspector) {
        this.statements = statements;
        this.imports = imports;
        this.suggestions = suggestions;
        this.inspector = inspector;
    }

    Readiness readiness(String source) {
        int at = Blank.end(source, 0);
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
                case WHOLE -> {
                    if (Statements.isAnnotation(found.statement().source())) {
                        return new Readiness(Readiness.Status.INCOMPLETE, "");
                    }
                    at = found.statement().end();
                }
            }
            at = Blank.end(source, at);
        }
        return new Readiness(Readiness.Status.COMPLETE, "");
    }

    Completions complete(String source, int at) {
        int cursor = Math.min(at, source.length());
        if (Prose.at(source, cursor)) {
            return new Completions(List.of(), cursor, cursor);
        }
        Place place = place(source, cursor);
        int start = place.start();
        String begun = OpenHeads.blanked(source.substring(start, cursor));
        Optional<MethodReference> reference = MethodReference.at(begun);
        if (reference.isPresent()) {
            return new Completions(
                    methods(place, reference.get()),
                    cursor - reference.get().name().length(),
                    cursor);
        }
        Completions found = look(place, begun, scaffold -> suggestions.at(scaffold, begun));
        return new Completions(found.all(), start + found.start(), start + found.end());
    }

    private List<Completion> methods(Place place, MethodReference reference) {
        Map<String, Completion> methods = new LinkedHashMap<>();
        for (String begun : reference.asMembers()) {
            look(place, begun, scaffold -> suggestions.at(scaffold, begun)).all().stream()
                    .filter(found -> found.type().equals("function"))
                    .map(MethodReference::named)
                    .forEach(method -> methods.putIfAbsent(method.text(), method));
        }
        return List.copyOf(methods.values());
    }

    /** Signatures and, where the source is at hand, documentation of the name under the cursor or the call around it. */
    Optional<Inspection> inspect(String source, int at) {
        int end = Math.min(at, source.length());
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        Place place = place(source, Math.min(at, source.length()));
        String begun = source.substring(place.start(), end);
        return look(place, begun, scaffold -> inspector.at(scaffold, begun));
    }

    /** With what the cell imports and declares above. */
    private <T> T look(Place place, String begun, Function<String, T> work) {
        String scaffold = Scaffold.before(place.above(), begun);
        imports.forNamesIn(scaffold + begun);
        return imports.with(Scaffold.imports(place.above()), () -> work.apply(scaffold));
    }

    /**
     * Where the statement begins that the cursor is in: JShell looks at one at a time.
     *
     * @param above the statements before it in the cell
     */
    private record Place(int start, List<String> above) {}

    private Place place(String source, int cursor) {
        List<String> above = new ArrayList<>();
        int start = Blank.end(source, 0);
        while (start < cursor) {
            Statements.Found found = statements.at(source, start);
            int end = found.statement().end();
            int next = Blank.end(source, end);
            boolean open = found.ending() != Statements.Ending.WHOLE;
            if (open || next > cursor || next == cursor && isInName(source, cursor)) {
                return new Place(start, above);
            }
            above.add(found.statement().source());
            start = next;
        }
        return new Place(Math.min(start, cursor), above);
    }

    private static boolean isInName(String source, int cursor) {
        char before = source.charAt(cursor - 1);
        return before == '.' || Character.isJavaIdentifierPart(before);
    }

    /** One step for each bracket left open. */
    private static String indent(String source) {
        String code = Prose.blanked(source);
        long open = code.chars().filter(c -> c == '{' || c == '(' || c == '[').count();
        long closed = code.chars().filter(c -> c == '}' || c == ')' || c == ']').count();
        return INDENT.repeat((int) Math.max(0, open - closed));
    }
}
