package dev.oddity.core.comparison;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The signed-rank test (Wilcoxon, 1945), two-sided, pairs without a difference left out.
 *
 * @param pairs that differ
 * @param p exact for up to {@value #EXACT} pairs, counted over all 2ⁿ signs of the ranks as they are, ties included; above,
 *     by the normal distribution with the variance corrected for ties, without continuity correction
 */
record Wilcoxon(int pairs, double p) {

    private static final int EXACT = 50;

    static Wilcoxon of(double[] differences) {
        double[] nonzero = Arrays.stream(differences).filter(d -> d != 0).toArray();
        double[] ranks = Ranks.of(Arrays.stream(nonzero).map(Math::abs).toArray());
        double up = 0;
        for (int i = 0; i < ranks.length; i++) {
            up += nonzero[i] > 0 ? ranks[i] : 0;
        }
        double lesser = Math.min(up, ranks.length * (ranks.length + 1) / 2.0 - up);
        double p = ranks.length <= EXACT ? exact(ranks, lesser) : approximate(ranks, lesser);
        return new Wilcoxon(ranks.length, p);
    }

    /** The least p that so many pairs can give. */
    static double least(int pairs) {
        return Math.min(1, Math.pow(2, 1 - pairs));
    }

    /** Twice a mid-rank is a whole number, so that sums of ranks can be counted. */
    private static double exact(double[] ranks, double lesser) {
        int[] twice = Arrays.stream(ranks)
                .mapToInt(rank -> (int) Math.round(2 * rank))
                .toArray();
        double[] chance = new double[Arrays.stream(twice).sum() + 1];
        chance[0] = 1;
        for (int rank : twice) {
            for (int sum = chance.length - 1; sum >= 0; sum--) {
                chance[sum] = (chance[sum] + (sum >= rank ? chance[sum - rank] : 0)) / 2;
            }
        }
        double tail = Arrays.stream(chance, 0, (int) Math.round(2 * lesser) + 1).sum();
        return Math.min(1, 2 * tail);
    }

    private static double approximate(double[] ranks, double lesser) {
        double n = ranks.length;
        double variance = n * (n + 1) * (2 * n + 1) / 24 - Ranks.ties(ranks) / 48;
        double z = (lesser - n * (n + 1) / 4) / Math.sqrt(variance);
        return Math.min(1, 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.abs(z)));
    }
}
