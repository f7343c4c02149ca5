package dev.oddity.kernel.jshell;

import dev.oddity.datasets.NearMiss;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Diag;

/** What the compiler refused, as lines that point into the cell. */
final class CompileErrors {

    /** {@code kind()} of a {@link CellError} that comes from the compiler. */
    static final String KIND = "CompileError";

    private static final Pattern UNKNOWN = Pattern.compile("symbol:\\s+(class|variable|method) (\\w+)");

    private final MissingImports imports;
    private final Suggestions suggestions;

    CompileErrors(MissingImports imports, Suggestions suggestions) {
        this.imports = imports;
        this.suggestions = suggestions;
    }

    CellError of(Cell cell, Statement statement, Stream<Diag> diagnostics) {
        List<Diag> errors = diagnostics.filter(Diag::isError).toList();
        if (errors.isEmpty()) {
            return of(cell, statement.start(), "this can't be compiled");
        }
        List<String> traceback = new ArrayList<>();
        for (Diag error : errors) {
            lines(cell, statement, error, traceback);
        }
        int line = cell.line(offset(statement, error(errors)));
        return new CellError(KIND, headline(error(errors)) + " (" + cell.name() + ", line " + line + ")", traceback);
    }

    CellError of(Cell cell, int offset, String message) {
        List<String> traceback = new ArrayList<>();
        point(cell, offset, offset + 1, message, traceback);
        return new CellError(KIND, message + " (" + cell.name() + ", line " + cell.line(offset) + ")", traceback);
    }

    private static Diag error(List<Diag> errors) {
        return errors.get(0);
    }

    private static int offset(Statement statement, Diag error) {
        return statement.start() + (int) Math.max(0, error.getPosition());
    }

    private void lines(Cell cell, Statement statement, Diag error, List<String> traceback) {
        point(
                cell,
                offset(statement, error),
                statement.start() + (int) error.getEndPosition(),
                headline(error),
                traceback);
        details(error).forEach(detail -> traceback.add("  " + detail));
        hints(statement, error).stream()
                .map(hint -> "  " + hint)
                .filter(hint -> !traceback.contains(hint))
                .forEach(traceback::add);
        traceback.add("");
    }

    private static void point(Cell cell, int offset, int end, String message, List<String> traceback) {
        int at = Math.min(offset, Math.max(0, cell.source().stripTrailing().length() - 1));
        int line = cell.line(at);
        String text = cell.lineText(line);
        int column = Math.min(cell.column(at), text.length());
        int width = Math.max(1, Math.min(end - at, text.length() - column));
        traceback.add(Ansi.bold(message) + " (" + cell.name() + ", line " + line + ")");
        traceback.add("  " + text.replace('\t', ' '));
        traceback.add("  " + " ".repeat(column) + Ansi.bold("^" + "~".repeat(width - 1)));
    }

    private static String headline(Diag error) {
        return error.getMessage(Locale.ENGLISH).lines().findFirst().orElse("error");
    }

    // The compiler's location is a class that JShell made up around the snippet.
    private static List<String> details(Diag error) {
        return error.getMessage(Locale.ENGLISH)
                .lines()
                .skip(1)
                .map(String::strip)
                .filter(line -> !line.startsWith("location: class") && !line.contains("$JShell$"))
                .toList();
    }

    /** A missing import, or else a name that is written nearly the same. */
    private List<String> hints(Statement statement, Diag error) {
        Matcher unknown = UNKNOWN.matcher(error.getMessage(Locale.ENGLISH));
        if (!unknown.find()) {
            return List.of();
        }
        String name = unknown.group(2);
        int end = (int) Math.min(error.getEndPosition(), statement.source().length());
        List<String> missing = unknown.group(1).equals("method") ? List.of() : imports.at(statement.source(), end);
        if (!missing.isEmpty()) {
            return missing.stream()
                    .map(found -> "missing import? import " + found + ";")
                    .toList();
        }
        List<String> known = suggestions.names(statement.source(), Math.max(0, end - name.length()));
        return NearMiss.of(name, known).map(near -> "did you mean " + near + "?").stream()
                .toList();
    }
}
