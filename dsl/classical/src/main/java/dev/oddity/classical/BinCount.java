package dev.oddity.classical;

import java.util.Arrays;

/**
 * How many bins of equal width suit some numbers: the D with the largest Σᵢ Nᵢ log(D Nᵢ/n) − (D − 1 + (log D)^2.5), Nᵢ of
 * the n numbers being in bin i, over D up to n/log n (Birgé &amp; Rozenholc, "How many bins should be put in a regular
 * histogram", ESAIM: Probability and Statistics 10, 2006), and at most 1,000.
 */
final class BinCount {

    private static final int MOST = 1_000;

    private BinCount() {}

    /** @param sorted ascending, at least one */
    static int of(double[] sorted) {
        double least = sorted[0];
        double range = sorted[sorted.length - 1] - least;
        if (range == 0) {
            return 1;
        }
        int most = (int) Math.min(MOST, sorted.length / Math.log(sorted.length));
        int best = 1;
        double largest = 0;
        for (int bins = 2; bins <= most; bins++) {
            double gain = likelihood(sorted, bins, least, range) - (bins - 1 + Math.pow(Math.log(bins), 2.5));
            if (gain > largest) {
                largest = gain;
                best = bins;
            }
        }
        return best;
    }

    private static double likelihood(double[] sorted, int bins, double least, double range) {
        double likelihood = 0;
        int from = 0;
        for (int bin = 1; bin <= bins && from < sorted.length; bin++) {
            int to = bin == bins ? sorted.length : firstAtLeast(sorted, from, least + range * bin / bins);
            if (to > from) {
                likelihood += (to - from) * Math.log((double) bins * (to - from) / sorted.length);
            }
            from = to;
        }
        return likelihood;
    }

    private static int firstAtLeast(double[] sorted, int from, double x) {
        int at = Arrays.binarySearch(sorted, from, sorted.length, x);
        if (at < 0) {
            return -at - 1;
        }
        while (at > from && sorted[at - 1] == x) {
            at--;
        }
        return at;
    }
}
