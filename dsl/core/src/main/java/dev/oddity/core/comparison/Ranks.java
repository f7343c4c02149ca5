package dev.oddity.core.comparison;

import java.util.Arrays;

/** Ranks from 1 for the smallest; equal values share the mean of theirs. */
final class Ranks {

    private Ranks() {}

    static double[] of(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int smaller = 0;
            int equal = 0;
            for (double other : values) {
                smaller += other < values[i] ? 1 : 0;
                equal += other == values[i] ? 1 : 0;
            }
            ranks[i] = smaller + (equal + 1) / 2.0;
        }
        return ranks;
    }

    /** Σ (t³ − t) over the groups of t equal ranks. */
    static double ties(double[] ranks) {
        return Arrays.stream(ranks)
                .map(rank -> {
                    double equal =
                            Arrays.stream(ranks).filter(other -> other == rank).count();
                    return equal * equal - 1;
                })
                .sum();
    }
}
