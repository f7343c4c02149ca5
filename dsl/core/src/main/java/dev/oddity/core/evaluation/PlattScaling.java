package dev.oddity.core.evaluation;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * 1 / (1 + e^−(slope z + intercept)) of the standardised score z = (s − centre) / spread. Standardising changes the numbers
 * in the fit, not the curve that it finds.
 */
record PlattScaling(double centre, double spread, double slope, double intercept) implements DoubleUnaryOperator {

    private static final int MOST_STEPS = 100;
    private static final double FLAT = 1e-10;
    private static final double RIDGE = 1e-12;

    static PlattScaling fit(double[] scores, boolean[] labels) {
        double centre = Arrays.stream(scores).average().orElseThrow();
        double squares = Arrays.stream(scores)
                .map(score -> (score - centre) * (score - centre))
                .sum();
        double spread = squares == 0 ? 1 : Math.sqrt(squares / scores.length);
        double[] standardised =
                Arrays.stream(scores).map(score -> (score - centre) / spread).toArray();
        int anomalies = ScoreRules.count(labels);
        int normal = labels.length - anomalies;
        double high = (anomalies + 1.0) / (anomalies + 2.0);
        double low = 1 / (normal + 2.0);
        double[] targets = new double[labels.length];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = labels[row] ? high : low;
        }
        PlattScaling start = new PlattScaling(centre, spread, 0, Math.log((anomalies + 1.0) / (normal + 1.0)));
        return start.climb(standardised, targets);
    }

    /** Newton's method; a step that does not raise the likelihood is halved until it does. */
    private PlattScaling climb(double[] z, double[] targets) {
        PlattScaling best = this;
        double loss = best.loss(z, targets);
        for (int step = 0; step < MOST_STEPS; step++) {
            double gradientSlope = 0;
            double gradientIntercept = 0;
            double slopeSlope = RIDGE;
            double slopeIntercept = 0;
            double interceptIntercept = RIDGE;
            for (int row = 0; row < z.length; row++) {
                double p = sigmoid(best.slope * z[row] + best.intercept);
                double weight = p * (1 - p);
                gradientSlope += (p - targets[row]) * z[row];
                gradientIntercept += p - targets[row];
                slopeSlope += weight * z[row] * z[row];
                slopeIntercept += weight * z[row];
                interceptIntercept += weight;
            }
            if (Math.abs(gradientSlope) < FLAT * z.length && Math.abs(gradientIntercept) < FLAT * z.length) {
                break;
            }
            double determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept;
            double alongSlope =
                    -(interceptIntercept * gradientSlope - slopeIntercept * gradientIntercept) / determinant;
            double alongIntercept = -(slopeSlope * gradientIntercept - slopeIntercept * gradientSlope) / determinant;
            PlattScaling next = best;
            double nextLoss = loss;
            for (double share = 1; share > 1e-10 && nextLoss >= loss; share /= 2) {
                next = new PlattScaling(
                        centre, spread, best.slope + share * alongSlope, best.intercept + share * alongIntercept);
                nextLoss = next.loss(z, targets);
            }
            if (nextLoss >= loss) {
                break;
            }
            best = next;
            loss = nextLoss;
        }
        return best;
    }

    private double loss(double[] z, double[] targets) {
        double loss = 0;
        for (int row = 0; row < z.length; row++) {
            double logit = slope * z[row] + intercept;
            // −t log p − (1 − t) log(1 − p), without an overflow.
            loss += Math.max(logit, 0) - targets[row] * logit + Math.log1p(Math.exp(-Math.abs(logit)));
        }
        return loss;
    }

    @Override
    public double applyAsDouble(double score) {
        return sigmoid(slope * ((score - centre) / spread) + intercept);
    }

    private static double sigmoid(double logit) {
        if (logit >= 0) {
            return 1 / (1 + Math.exp(-logit));
        }
        double e = Math.exp(logit);
        return e / (1 + e);
    }
}
