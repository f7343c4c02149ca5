package dev.oddity.core.display;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The part of a long thing that is shown: its first and last items.
 *
 * @param head how many from the start
 * @param leftOut how many between, not shown; 0 if all are
 * @param tail how many at the end
 */
record Excerpt(int head, long leftOut, int tail) {

    /** All of them up to the limit, beyond it the first two thirds of the limit and the last third. */
    static Excerpt of(long size, int limit) {
        if (size <= limit) {
            return new Excerpt((int) size, 0, 0);
        }
        int tail = limit / 3;
        return new Excerpt(limit - tail, size - limit, tail);
    }

    /** The first of them, up to the limit. */
    static Excerpt firstOf(long size, int limit) {
        int head = (int) Math.min(size, limit);
        return new Excerpt(head, size - head, 0);
    }

    /** The indices shown, rising. */
    long[] places() {
        return ranges().stream()
                .flatMapToLong(range -> LongStream.range(range.from(), range.to()))
                .toArray();
    }

    /** The same of what has no more than an int can count. */
    int[] indices() {
        return LongStream.of(places()).mapToInt(Math::toIntExact).toArray();
    }

    /** The head, and the tail if there is one. */
    List<Range> ranges() {
        return Stream.of(new Range(0, head), new Range(head + leftOut, head + leftOut + tail))
                .filter(range -> range.from() < range.to())
                .toList();
    }
}
