package dev.oddity.deep;

import java.util.Arrays;

/**
 * Where a subnetwork stands.
 *
 * @param layout takes its tensors
 * @param detector its name
 * @param role {@code encoder}, {@code critic} …
 * @param place what the names of its tensors begin with: the role, unless several of one role stand in a detector
 * @param row the shape of a row that comes in, which comes flat
 */
record Site(Layout layout, String detector, String role, String place, long[] row, Limits limits) {

    /** Of a role that is there once. */
    Site(Layout layout, String detector, String role, long[] row, Limits limits) {
        this(layout, detector, role, role, row, limits);
    }

    /** What is wrong with it, as a sentence that names it. */
    IllegalArgumentException refusal(Subnetwork given, String what) {
        return new IllegalArgumentException(detector + "()." + role + "(" + given + "): " + what);
    }

    /** A shape for a reader: {@code 30 numbers a row}, {@code 1 × 8 × 8 a row}. */
    static String spell(long[] shape) {
        return shape.length == 1
                ? shape[0] + (shape[0] == 1 ? " number" : " numbers") + " a row"
                : Arrays.toString(shape).replaceAll("[\\[\\]]", "").replace(", ", " × ") + " a row";
    }
}
