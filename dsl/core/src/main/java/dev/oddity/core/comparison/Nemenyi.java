package dev.oddity.core.comparison;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;

/** How far apart mean ranks must lie to tell any two of many models apart (Nemenyi, 1963; Demšar, 2006, section 3.2.2). */
final class Nemenyi {

    private static final double LEVEL = .05;
    private static final double STEP = .02;
    private static final double FAR = 9;
    private static final int EVALUATIONS = 200;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private Nemenyi() {}

    /** CD = q √(k (k + 1) / (6 N)) at the level 0.05. */
    static double criticalDifference(int models, int blocks) {
        return q(models) * Math.sqrt(models * (models + 1) / (6.0 * blocks));
    }

    /** The 0.95 quantile of the range of k standard normal numbers, over √2. */
    static double q(int models) {
        return new BrentSolver(1e-10)
                        .solve(EVALUATIONS, range -> probability(range, models) - (1 - LEVEL), STEP, 2 * FAR)
                / Math.sqrt(2);
    }

    /** P(range of k normal numbers ≤ r) = k ∫ φ(z) (Φ(z) − Φ(z − r))ᵏ⁻¹ dz, z being the largest. */
    private static double probability(double range, int models) {
        double sum = 0;
        for (double z = -FAR; z <= FAR; z += STEP) {
            sum += NORMAL.density(z)
                    * Math.pow(NORMAL.cumulativeProbability(z) - NORMAL.cumulativeProbability(z - range), models - 1.0);
        }
        return models * sum * STEP;
    }
}
