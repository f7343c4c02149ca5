package dev.oddity.kernel.jshell;

import dev.oddity.datasets.NearMiss;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/** What an error may be mended by, a line each: an import, or a name that is written nearly the same. */
final class Hints {

    private static final Pattern AMBIGUOUS = Pattern.compile(
            "both (?:class|interface|enum|record) ([\\w.]+) in \\S+ and (?:class|interface|enum|record) ([\\w.]+) in");

    private static final Pattern PACKAGE = Pattern.compile("package\\s+[\\w.]+\\s*;");

    private final MissingImports imports;
    private final Suggestions suggestions;
    private final Hidden hidden;

    Hints(MissingImports imports, Suggestions suggestions, Hidden hidden) {
        this.imports = imports;
        this.suggestions = suggestions;
        this.hidden = hidden;
    }

    /** For what the compiler refused in a piece of source. */
    List<String> of(String source, Diag error) {
        if (PACKAGE.matcher(source).lookingAt()) {
            return List.of("a notebook has no packages: leave that line out");
        }
        String message = error.getMessage(Locale.ENGLISH);
        Optional<String> other = hidden.behind(message);
        if (other.isPresent()) {
            return List.of(other.get());
        }
        Matcher ambiguous = AMBIGUOUS.matcher(message);
        if (ambiguous.find()) {
            return List.of("say which: import " + ambiguous.group(1) + "; or import " + ambiguous.group(2) + ";");
        }
        return Unresolved.of(error, source)
                .map(unresolved -> of(source, unresolved))
                .orElse(List.of());
    }

    /** For what nothing declares. */
    List<String> of(String source, Unresolved unresolved) {
        String name = unresolved.name();
        boolean isMethod = unresolved.kind().equals("method");
        List<String> missing = isMethod ? List.of() : imports.of(name);
        if (!missing.isEmpty()) {
            return missing.stream()
                    .map(found -> "missing import? import " + found + ";")
                    .toList();
        }
        List<String> known = suggestions.texts(source, unresolved.offset());
        return NearMiss.of(name, known.stream().map(Suggestions::bare).toList())
                .map(near -> "did you mean " + (isMethod ? near : written(near, known)) + "?")
                .stream()
                .toList();
    }

    /** A name where no call stands: with the brackets that are missing if it is one of methods alone. */
    private static String written(String name, List<String> known) {
        if (known.contains(name)) {
            return name;
        }
        return known.contains(name + "()") ? name + "()" : known.contains(name + "(") ? name + "(..)" : name;
    }
}
