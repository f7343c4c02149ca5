package dev.oddity.core.evaluation;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** max(0, erf((s − μ) / (σ √2))), with the mean and the standard deviation of given scores. */
record GaussianUnification(double mean, double deviation) implements DoubleUnaryOperator {

    /** Where the complement is below the spacing of numbers next to 1. */
    private static final double CERTAIN = 6;

    static GaussianUnification fit(double[] scores) {
        double mean = Arrays.stream(scores).average().orElseThrow();
        double squares = Arrays.stream(scores)
                .map(score -> (score - mean) * (score - mean))
                .sum();
        return new GaussianUnification(mean, Math.sqrt(squares / scores.length));
    }

    @Override
    public double applyAsDouble(double score) {
        if (score <= mean) {
            return 0;
        }
        return erf((score - mean) / (deviation * Math.sqrt(2)));
    }

    /** Of x ≥ 0, by 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (1 · 3 · … · (2n+1)): all terms positive, so that nothing cancels. */
    private static double erf(double x) {
        if (x > CERTAIN) {
            return 1;
        }
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return Math.min(1, 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum);
    }
}
