package dev.oddity.datasets;

/**
 * Mean and population standard deviation (divided by {@code n}) of a column, in two passes.
 *
 * @param constant whether the spread is no more than rounding makes of equal numbers, the bound scikit-learn uses:
 *     variance ≤ n·ε·variance + (n·mean·ε)²
 */
record Moments(double mean, double deviation, boolean constant) {

    private static final double EPSILON = Math.ulp(1.0);

    static Moments of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        double rest = 0;
        for (double value : values) {
            double distance = value - mean;
            squares += distance * distance;
            rest += distance;
        }
        double n = values.length;
        // What rounding left in the mean is taken out again (Chan, Golub and LeVeque 1983).
        double variance = Math.max(0, (squares - rest * rest / n) / n);
        double rounding = n * mean * EPSILON;
        return new Moments(mean, Math.sqrt(variance), variance <= n * EPSILON * variance + rounding * rounding);
    }
}
