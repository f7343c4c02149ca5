package dev.oddity.core.comparison;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether the models differ at all, by their ranks within each block (Friedman, 1937), corrected for ties.
 *
 * @param ranks mean rank of each model, 1 = best
 * @param statistic χ² with one degree of freedom fewer than there are models; 0 if all are always equal
 * @param p of the statistic under "no difference"
 */
record Friedman(double[] ranks, double statistic, double p) {

    /** @param values by block, then by model; higher = better; at least two models */
    static Friedman of(double[][] values) {
        int blocks = values.length;
        int models = values[0].length;
        double[] sums = new double[models];
        double ties = 0;
        for (double[] block : values) {
            double[] lowFirst = new double[models];
            for (int model = 0; model < models; model++) {
                lowFirst[model] = -block[model];
            }
            double[] ranks = Ranks.of(lowFirst);
            ties += Ranks.ties(ranks);
            for (int model = 0; model < models; model++) {
                sums[model] += ranks[model];
            }
        }
        double squares = 0;
        double[] means = new double[models];
        for (int model = 0; model < models; model++) {
            squares += sums[model] * sums[model];
            means[model] = sums[model] / blocks;
        }
        double k = models;
        double correction = 1 - ties / (k * (k * k - 1) * blocks);
        double statistic =
                correction == 0 ? 0 : (12 / (k * (k + 1) * blocks) * squares - 3 * blocks * (k + 1)) / correction;
        double p = 1 - new ChiSquaredDistribution(null, k - 1).cumulativeProbability(statistic);
        return new Friedman(means, statistic, p);
    }
}
