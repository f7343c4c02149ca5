package dev.oddity.classical;

/** Quantiles of the sum of squares of standard normal numbers. */
final class ChiSquared {

    private static final int HALVINGS = 100;
    private static final int MOST_TERMS = 10_000;

    private ChiSquared() {}

    /** The number that a share of such sums stays below, by halving an interval around it. */
    static double quantile(double share, int degreesOfFreedom) {
        double low = 0;
        double high = degreesOfFreedom;
        while (below(high, degreesOfFreedom) < share) {
            high *= 2;
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (below(middle, degreesOfFreedom) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * The regularised lower incomplete gamma function P(a, t) at a = degrees/2, t = x/2, by its series tᵃe⁻ᵗ/Γ(a+1) · Σ tⁱ /
     * ((a+1) … (a+i)) (Abramowitz &amp; Stegun, 6.5.29), whose terms are all positive.
     */
    static double below(double x, int degreesOfFreedom) {
        double a = degreesOfFreedom / 2.0;
        double t = x / 2;
        double term = 1;
        double sum = 1;
        for (int i = 1; i < MOST_TERMS && term > 1e-17 * sum; i++) {
            term *= t / (a + i);
            sum += term;
        }
        return Math.min(1, Math.exp(a * Math.log(t) - t - logGamma(a + 1)) * sum);
    }

    /** ln Γ of a multiple of ½, down to Γ(½) = √π or Γ(1) = 1. */
    private static double logGamma(double a) {
        double sum = 0;
        double at = a;
        while (at > 1) {
            at--;
            sum += Math.log(at);
        }
        return at == .5 ? sum + Math.log(Math.PI) / 2 : sum;
    }
}
