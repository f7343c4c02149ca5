package dev.oddity.deep;

import java.util.stream.IntStream;

/** Widths of successive layers. */
final class Widths {

    /** The widest layer of those whose width a file may tell before its tensors are held against it. */
    static final int MOST = 65_536;

    private Widths() {}

    /** The width of what comes in, of the hidden layers, and what follows. */
    static int[] of(int in, int[] hidden, int... rest) {
        return IntStream.concat(IntStream.concat(IntStream.of(in), IntStream.of(hidden)), IntStream.of(rest))
                .toArray();
    }

    static int[] reversed(int[] widths) {
        return IntStream.range(0, widths.length)
                .map(i -> widths[widths.length - 1 - i])
                .toArray();
    }

    /** Numbers in a row of this shape. */
    static int of(long[] shape) {
        return Math.toIntExact(java.util.Arrays.stream(shape).reduce(1, Math::multiplyExact));
    }
}
