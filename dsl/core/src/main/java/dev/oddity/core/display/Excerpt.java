package dev.oddity.core.display;

import java.util.stream.IntStream;

/**
 * The part of a long thing that is shown: its first and last items.
 *
 * @param head how many from the start
 * @param leftOut how many between, not shown; 0 if all are
 * @param tail how many at the end
 */
record Excerpt(int head, int leftOut, int tail) {

    /** All of them up to the limit, beyond it the first two thirds of the limit and the last third. */
    static Excerpt of(int size, int limit) {
        if (size <= limit) {
            return new Excerpt(size, 0, 0);
        }
        int tail = limit / 3;
        return new Excerpt(limit - tail, size - limit, tail);
    }

    /** The first of them, up to the limit. */
    static Excerpt firstOf(int size, int limit) {
        int head = Math.min(size, limit);
        return new Excerpt(head, size - head, 0);
    }

    /** The indices shown, rising. */
    int[] indices() {
        return IntStream.concat(IntStream.range(0, head), IntStream.range(head + leftOut, head + leftOut + tail))
                .toArray();
    }
}
