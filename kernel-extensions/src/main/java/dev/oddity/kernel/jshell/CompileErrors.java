package dev.oddity.kernel.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Diag;

/** What the compiler refused, as lines that point into the cell. */
final class CompileErrors {

    /** {@code kind()} of a {@link CellError} that comes from the compiler. */
    static final String KIND = "CompileError";

    private static final String NO_SYMBOL = "cannot find symbol";

    /** JShell leaves out the name of the class that it made up around what a cell declares. */
    private static final Pattern NAMELESS = Pattern.compile(" in (?:class )?(?= |$)", Pattern.MULTILINE);

    private final Hints hints;
    private final Unusable unusable;

    CompileErrors(Hints hints, Unusable unusable) {
        this.hints = hints;
        this.unusable = unusable;
    }

    /** @param unresolved what nothing declares; told if the compiler says nothing, since it may yet be declared */
    CellError of(Cell cell, Statement statement, Stream<Diag> diagnostics, List<Unresolved> unresolved) {
        List<Diag> errors = diagnostics.filter(Diag::isError).toList();
        if (errors.isEmpty()) {
            return of(cell, statement, unresolved);
        }
        List<String> traceback = new ArrayList<>();
        for (Diag error : errors) {
            lines(cell, statement, error, traceback);
        }
        int line = cell.line(offset(statement, error(errors)));
        return new CellError(KIND, headline(error(errors)) + " (" + cell.name() + ", line " + line + ")", traceback);
    }

    private CellError of(Cell cell, Statement statement, List<Unresolved> unresolved) {
        if (unresolved.isEmpty()) {
            return of(cell, statement.start(), statement.start() + 1, "this can't be compiled");
        }
        List<String> traceback = new ArrayList<>();
        for (Unresolved missing : unresolved) {
            int offset = statement.start() + missing.offset();
            point(cell, offset, offset + missing.name().length(), NO_SYMBOL, traceback);
            traceback.add("  symbol:   " + missing.text());
            unusable.why(missing)
                    .map(List::of)
                    .orElseGet(() -> hints.of(statement.source(), missing))
                    .forEach(hint -> traceback.add("  " + hint));
            traceback.add("");
        }
        int line = cell.line(statement.start() + unresolved.get(0).offset());
        return new CellError(KIND, NO_SYMBOL + " (" + cell.name() + ", line " + line + ")", traceback);
    }

    /** @param start where the code begins that the message is about */
    CellError of(Cell cell, int start, int end, String message) {
        List<String> traceback = new ArrayList<>();
        point(cell, start, end, message, traceback);
        return new CellError(KIND, message + " (" + cell.name() + ", line " + cell.line(start) + ")", traceback);
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
        mends(statement.source(), error).stream()
                .map(hint -> "  " + hint)
                .filter(hint -> !traceback.contains(hint))
                .forEach(traceback::add);
        traceback.add("");
    }

    private List<String> mends(String source, Diag error) {
        return Unresolved.of(error, source)
                .flatMap(unusable::why)
                .map(List::of)
                .orElseGet(() -> hints.of(source, error));
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

    static String headline(Diag error) {
        return lines(error).findFirst().orElse("error").replaceFirst(";$", "");
    }

    private static Stream<String> lines(Diag error) {
        return NAMELESS.matcher(error.getMessage(Locale.ENGLISH)).replaceAll("").lines();
    }

    // The compiler's location is a class that JShell made up around the snippet.
    private static List<String> details(Diag error) {
        return lines(error)
                .skip(1)
                .map(String::strip)
                .filter(line -> !line.startsWith("location: class") && !Names.isMadeUp(line))
                .toList();
    }
}
