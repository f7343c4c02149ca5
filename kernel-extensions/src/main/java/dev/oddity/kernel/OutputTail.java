package dev.oddity.kernel;

import dev.oddity.kernel.CellOutput.Stream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last of a cell's text that is too long to be shown whole; the last lines of a long log say how it ended. */
final class OutputTail {

    /** Characters that are kept. */
    static final int LENGTH = 20_000;

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private int length;
    private long added;

    /** Text of one stream, up to where the other goes on. */
    record Piece(Stream stream, StringBuilder text) {}

    void add(Stream stream, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (pieces.isEmpty() || pieces.getLast().stream() != stream) {
            pieces.addLast(new Piece(stream, new StringBuilder()));
        }
        String last = text.substring(Math.max(0, text.length() - LENGTH));
        pieces.getLast().text().append(last);
        length += last.length();
        added += text.length();
        if (length > 2 * LENGTH) {
            cut(length - LENGTH);
        }
    }

    void clear() {
        pieces.clear();
        length = 0;
        added = 0;
    }

    /** All that was added if that isn't much; otherwise its end, from where a line begins if it has lines. */
    List<Piece> pieces() {
        if (added > LENGTH) {
            cut(length - LENGTH);
            StringBuilder first = pieces.getFirst().text();
            int begin = first.indexOf("\n") + 1;
            if (begin > 0 && begin < length) {
                cut(begin);
            } else if (Character.isLowSurrogate(first.charAt(0))) {
                cut(1);
            }
        }
        return new ArrayList<>(pieces);
    }

    /** How much of what was added is not in {@link #pieces()}, once that was asked for. */
    long heldBack() {
        return added - length;
    }

    private void cut(int characters) {
        length -= characters;
        int left = characters;
        while (left > 0) {
            StringBuilder first = pieces.getFirst().text();
            int here = Math.min(left, first.length());
            first.delete(0, here);
            left -= here;
            if (first.length() == 0) {
                pieces.removeFirst();
            }
        }
    }
}
