package dev.oddity.kernel.jshell;

/**
 * A script for the tool jshell as a cell. There a statement may end with its line, a semicolon or none; here the
 * semicolons are put in. A statement that is whole as a cell has it stays as it is.
 */
final class Script {

    private final Statements statements;

    Script(Statements statements) {
        this.statements = statements;
    }

    /** The source with the semicolons that are missing; lines keep their numbers. */
    String asCell(String source) {
        StringBuilder cell = new StringBuilder(source);
        int at = Blank.end(source, 0);
        while (at < cell.length()) {
            if (cell.charAt(at) == '%') {
                at = lineEnd(cell, at);
            } else {
                Statements.Found found = statements.at(cell.toString(), at);
                at = found.ending() == Statements.Ending.WHOLE ? found.statement().end() : endOfLines(cell, at);
            }
            at = Blank.end(cell.toString(), at);
        }
        return cell.toString();
    }

    /** Where the statement ends that the fewest lines make up, now with a semicolon; the script's end if none do. */
    private int endOfLines(StringBuilder cell, int start) {
        for (int end = lineEnd(cell, start); ; end = lineEnd(cell, end + 1)) {
            Statements.Found found = statements.at(cell.substring(start, end), 0);
            if (found.ending() == Statements.Ending.WHOLE) {
                String closed = found.statement().source();
                String open = closed.substring(0, closed.length() - 1);
                if (closed.endsWith(";") && !cell.substring(start).startsWith(closed) && cell.indexOf(open, start) == start) {
                    cell.insert(start + open.length(), ';');
                    return start + closed.length();
                }
                return start + found.statement().end();
            }
            if (end >= cell.length()) {
                return end;
            }
        }
    }

    private static int lineEnd(CharSequence text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }
}
