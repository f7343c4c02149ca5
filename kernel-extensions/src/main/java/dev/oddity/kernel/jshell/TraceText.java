package dev.oddity.kernel.jshell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text on its way to a cell's output in which stack traces, as {@code printStackTrace} writes them, are told by cells and
 * lines and without the kernel's frames. All other text goes through as it comes; only of a line that may yet become a
 * frame the beginning is held back.
 */
public final class TraceText {

    private static final Pattern FRAME =
            Pattern.compile("(\\t+at )(?:[^/()\\s]*/){0,2}([\\w.$]+)\\.([\\w$<>]+)\\([^:()]*(?::(\\d{1,9}))?\\)\\s*");
    private static final Pattern MORE = Pattern.compile("(\\t+\\.\\.\\. )(\\d{1,9})( more)\\s*");
    private static final Pattern BEGUN = Pattern.compile("\\t+(?:at? ?|at .*|\\.{1,3}.*)?\\r?", Pattern.DOTALL);
    private static final String BOTTOM = "do_it$";

    private final StackText stack;
    private final StringBuilder held = new StringBuilder();
    private boolean lineBegins = true;
    /** Whether frames are those of the kernel that runs the cell. */
    private boolean below;
    /** How many of those the trace had. */
    private int left;

    TraceText(StackText stack) {
        this.stack = stack;
    }

    /** What to write for a text, now. */
    public String told(String text) {
        if (held.length() == 0 && text.indexOf('\t') < 0 && !below) {
            lineBegins = text.isEmpty() ? lineBegins : text.endsWith("\n");
            return text;
        }
        StringBuilder told = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline + 1;
            tell(text.substring(at, end), told);
            at = end;
        }
        return told.toString();
    }

    /** What is held back. */
    public String rest() {
        String rest = held.toString();
        held.setLength(0);
        lineBegins = lineBegins && rest.isEmpty();
        return rest;
    }

    /** @param piece a line's end, or some of it */
    private void tell(String piece, StringBuilder told) {
        boolean ends = piece.endsWith("\n");
        if (held.length() == 0 && !lineBegins) {
            told.append(piece);
            lineBegins = ends;
            return;
        }
        held.append(piece);
        if (ends) {
            told.append(line(held.toString()));
            held.setLength(0);
            lineBegins = true;
        } else if (!BEGUN.matcher(held).matches()) {
            below = false;
            told.append(held);
            held.setLength(0);
            lineBegins = false;
        }
    }

    private String line(String line) {
        Matcher frame = FRAME.matcher(line);
        if (frame.matches()) {
            return frame(line, frame);
        }
        below = false;
        Matcher more = MORE.matcher(line);
        if (more.matches()) {
            int others = Integer.parseInt(more.group(2)) - left;
            return others > 0 ? more.group(1) + others + more.group(3) + "\n" : "";
        }
        return line;
    }

    private String frame(String line, Matcher parts) {
        int number = parts.group(4) == null ? -1 : Integer.parseInt(parts.group(4));
        StackTraceElement frame = new StackTraceElement(parts.group(2), parts.group(3), null, number);
        if (below || StackText.isOfKernel(frame)) {
            left += below ? 1 : 0;
            return "";
        }
        below = frame.getMethodName().equals(BOTTOM);
        left = below ? 0 : left;
        return stack.told(frame).map(text -> parts.group(1) + text + "\n").orElseGet(() -> Names.forUsers(line));
    }
}
