package dev.oddity.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Points that follow each other.
 *
 * @param from the first
 * @param to one after the last
 */
record Stretch(int from, int to) {

    /** The longest stretches of points for which something holds, in order. */
    static List<Stretch> where(int points, IntPredicate holds) {
        List<Stretch> stretches = new ArrayList<>();
        for (int from = 0; from < points; from++) {
            int to = from;
            while (to < points && holds.test(to)) {
                to++;
            }
            if (to > from) {
                stretches.add(new Stretch(from, to));
                from = to;
            }
        }
        return stretches;
    }

    int length() {
        return to - from;
    }
}
