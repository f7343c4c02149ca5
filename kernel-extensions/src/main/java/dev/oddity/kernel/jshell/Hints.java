package dev.oddity.kernel.jshell;

import dev.oddity.datasets.NearMiss;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/** What an error about a name may be mended by, a line each: an import, or a name that is written nearly the same. */
final class Hints {

    private static final Pattern UNKNOWN = Pattern.compile("symbol:\\s+(class|variable|method) (\\w+)");

    private static final Pattern AMBIGUOUS = Pattern.compile(
            "both (?:class|interface|enum|record) ([\\w.]+) in \\S+ and (?:class|interface|enum|record) ([\\w.]+) in");

    private final MissingImports imports;
    private final Suggestions suggestions;

    Hints(MissingImports imports, Suggestions suggestions) {
        this.imports = imports;
        this.suggestions = suggestions;
    }

    /** For what the compiler refused in a piece of source. */
    List<String> of(String source, Diag error) {
        String message = error.getMessage(Locale.ENGLISH);
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.find()) {
            int end = (int) Math.min(error.getEndPosition(), source.length());
            return of(source, unknown.group(1), unknown.group(2), end);
        }
        Matcher ambiguous = AMBIGUOUS.matcher(message);
        return ambiguous.find()
                ? List.of("say which: import " + ambiguous.group(1) + "; or import " + ambiguous.group(2) + ";")
                : List.of();
    }

    /** For what nothing declares. */
    List<String> of(String source, Unresolved unresolved) {
        int end = unresolved.offset(source) + unresolved.name().length();
        return of(source, unresolved.kind(), unresolved.name(), Math.min(end, source.length()));
    }

    private List<String> of(String source, String kind, String name, int end) {
        List<String> missing = kind.equals("method") ? List.of() : imports.at(source, end);
        if (!missing.isEmpty()) {
            return missing.stream()
                    .map(found -> "missing import? import " + found + ";")
                    .toList();
        }
        List<String> known = suggestions.names(source, Math.max(0, end - name.length()));
        return NearMiss.of(name, known).map(near -> "did you mean " + near + "?").stream()
                .toList();
    }
}
