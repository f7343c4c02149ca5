package dev.oddity.core.comparison;

import java.util.stream.IntStream;

/** The step-down correction for many tests (Holm, Scandinavian Journal of Statistics 6, 1979). */
final class Holm {

    private Holm() {}

    /** The i-th smallest of m times (m − i + 1), never below the one before, at most 1; in the order given. */
    static double[] adjust(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double sofar = 0;
        for (int i = 0; i < order.length; i++) {
            sofar = Math.max(sofar, Math.min(1, (order.length - i) * p[order[i]]));
            adjusted[order[i]] = sofar;
        }
        return adjusted;
    }
}
