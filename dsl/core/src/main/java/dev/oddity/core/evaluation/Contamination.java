package dev.oddity.core.evaluation;

import java.util.Arrays;
import java.util.Map;

/** See {@link Thresholds#contamination(double)}. */
record Contamination(double share) implements Threshold {

    Contamination {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("contamination(" + share + "): share must be greater than 0 and below 1;"
                    + " for 5 % anomalies write contamination(0.05)");
        }
    }

    @Override
    public String name() {
        return "contamination";
    }

    @Override
    public Cut fit(CalibrationScores scores) {
        return scores.hasValidation()
                ? new Cut(cut(scores.validation()), Cut.VALIDATION)
                : new Cut(cut(scores.train()), Cut.TRAINING);
    }

    /** The quantile; or just below it where many scores equal it and taking them in comes nearer to the share. */
    private double cut(double[] scores) {
        double quantile = Quantile.of(scores, 1 - share);
        double above = share(scores, quantile);
        double below = Math.nextDown(quantile);
        return Math.abs(share(scores, below) - share) < Math.abs(above - share) ? below : quantile;
    }

    private static double share(double[] scores, double cut) {
        return (double) Arrays.stream(scores).filter(score -> score > cut).count() / scores.length;
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("share", share);
    }

    @Override
    public String toString() {
        return "contamination(" + share + ")";
    }
}
