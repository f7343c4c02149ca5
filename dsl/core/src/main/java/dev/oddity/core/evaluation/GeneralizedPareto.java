package dev.oddity.core.evaluation;

import java.util.Arrays;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The generalised Pareto distribution of excesses over a high threshold, P(Y &gt; y) = (1 + γ y / σ)^(−1/γ) for y ≥ 0, and
 * exp(−y / σ) where γ = 0.
 *
 * @param shape γ, at least −1; positive for heavy tails, negative for tails that end
 * @param scale σ, positive
 */
record GeneralizedPareto(double shape, double scale) {

    private static final double EXPONENTIAL = 1e-8;
    private static final int STEPS = 60;
    private static final double SMALLEST = 1e-6;
    private static final double ENDING = 1e-9;
    private static final int EVALUATIONS = 500;

    /**
     * Maximum likelihood. With θ = γ / σ the best γ is known, γ(θ) = mean log(1 + θ yᵢ), so that one parameter is left
     * (Grimshaw, Technometrics 35, 1993): the profile −log(γ / θ) − γ − 1 is searched on a grid over θ on both sides of 0,
     * dense where it changes, and refined by Brent's method around the best point. As there, γ ≥ −1: below, the likelihood
     * has no bound.
     *
     * @param excesses positive, at least one
     */
    static GeneralizedPareto fit(double[] excesses) {
        double mean = Arrays.stream(excesses).average().orElseThrow();
        double largest = Arrays.stream(excesses).max().orElseThrow();
        double[] unit = Arrays.stream(excesses).map(excess -> excess / mean).toArray();
        double[] grid = grid(largest / mean);
        int best = 0;
        for (int i = 1; i < grid.length; i++) {
            best = profile(unit, grid[i]) > profile(unit, grid[best]) ? i : best;
        }
        double theta = new BrentOptimizer(1e-10, 1e-14)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        new UnivariateObjectiveFunction(candidate -> profile(unit, candidate)),
                        GoalType.MAXIMIZE,
                        new SearchInterval(
                                grid[Math.max(0, best - 1)], grid[Math.min(grid.length - 1, best + 1)], grid[best]))
                .getPoint();
        double uniform = -Math.log(largest / mean);
        if (uniform > profile(unit, theta)) {
            return new GeneralizedPareto(-1, largest);
        }
        double shape = shape(unit, theta);
        return Math.abs(theta) < EXPONENTIAL
                ? new GeneralizedPareto(0, mean)
                : new GeneralizedPareto(shape, mean * shape / theta);
    }

    /** The excess that is exceeded with this probability. */
    double exceededBy(double probability) {
        double log = -Math.log(probability);
        return shape == 0 ? scale * log : scale * Math.expm1(shape * log) / shape;
    }

    /** Mean log-likelihood at the best γ for this θ, of excesses with mean 1. */
    private static double profile(double[] unit, double theta) {
        if (Math.abs(theta) < EXPONENTIAL) {
            return -1;
        }
        double shape = shape(unit, theta);
        return shape < -1 ? Double.NEGATIVE_INFINITY : -Math.log(shape / theta) - shape - 1;
    }

    private static double shape(double[] unit, double theta) {
        double sum = 0;
        for (double excess : unit) {
            sum += Math.log1p(theta * excess);
        }
        return sum / unit.length;
    }

    /** Ascending values of θ: from just above −1 / largest, where the support would end at the largest, to far tails. */
    private static double[] grid(double largest) {
        double smallest = Math.min(SMALLEST, .01 / largest);
        double[] grid = new double[3 * STEPS + 1];
        for (int i = 0; i < STEPS; i++) {
            double part = i / (STEPS - 1.0);
            grid[i] = -(1 - ENDING * Math.pow(.5 / ENDING, part)) / largest;
            grid[2 * STEPS - 1 - i] = -smallest * Math.pow(.49 / largest / smallest, part);
            grid[2 * STEPS + 1 + i] = smallest * Math.pow(1e12 / smallest, part);
        }
        return grid;
    }
}
