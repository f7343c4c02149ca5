package dev.oddity.kernel.jshell;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A script for the tool jshell as a cell. There a line's end ends a statement that may end there, with a semicolon or
 * without; here the semicolons are put in. Beyond the tool, a line that begins with an operator or a dot goes on with the
 * statement above it, as it does in cells.
 */
final class Script {

    private static final Pattern GOES_ON = Pattern.compile("[.*&|^?:=<>,)\\]}]|/(?![/*])|\\+(?!\\+)|-(?!-)");

    private final Statements statements;

    Script(Statements statements) {
        this.statements = statements;
    }

    /** The source with the semicolons that are missing; lines keep their numbers. */
    String asCell(String source) {
        StringBuilder cell = new StringBuilder(source);
        for (int at = Blank.end(source, 0); at < cell.length(); at = Blank.end(cell.toString(), at)) {
            at = cell.charAt(at) == '%' ? lineEnd(cell, at) : statementEnd(cell, at);
        }
        return cell.toString();
    }

    /** Where the statement ends that the fewest lines make up, now with its semicolon; the script's end if none do. */
    private int statementEnd(StringBuilder cell, int start) {
        for (int end = lineEnd(cell, start); ; end = lineEnd(cell, end + 1)) {
            String lines = cell.substring(start, end);
            Statements.Found found = statements.at(lines, 0);
            if (found.ending() == Statements.Ending.WHOLE) {
                String whole = found.statement().source();
                if (lines.startsWith(whole) && (whole.endsWith(";") || whole.endsWith("}"))) {
                    return start + found.statement().end();
                }
                if (!goesOn(cell, end)) {
                    if (Statements.isAnnotation(whole)) {
                        return end;
                    }
                    cell.insert(start + Math.min(difference(whole, lines), codeEnd(lines)), ';');
                    return end + 1;
                }
            }
            if (end >= cell.length()) {
                return end;
            }
        }
    }

    private static boolean goesOn(StringBuilder cell, int end) {
        int next = Blank.end(cell.toString(), end);
        return GOES_ON.matcher(cell).region(next, cell.length()).lookingAt();
    }

    /** Where nothing but space and comments follows: JShell writes no semicolon behind an expression. */
    private static int codeEnd(String lines) {
        return IntStream.rangeClosed(0, lines.length())
                .filter(at -> !Prose.at(lines, at) && Blank.end(lines, at) == lines.length())
                .findFirst()
                .orElse(lines.length());
    }

    /** Where a text has what another has not. */
    private static int difference(String text, String other) {
        int at = 0;
        while (at < Math.min(text.length(), other.length()) && text.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static int lineEnd(CharSequence text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }
}
