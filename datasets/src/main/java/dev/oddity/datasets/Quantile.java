package dev.oddity.datasets;

/** Quantiles with linear interpolation, the definition NumPy and scikit-learn use by default. */
final class Quantile {

    private Quantile() {}

    /**
     * @param sorted ascending, at least one
     * @param share in [0, 1]
     */
    static double of(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
