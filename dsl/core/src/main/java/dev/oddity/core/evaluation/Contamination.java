package dev.oddity.core.evaluation;

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
                ? new Cut(Quantile.of(scores.validation(), 1 - share), Cut.VALIDATION)
                : new Cut(Quantile.of(scores.train(), 1 - share), Cut.TRAINING);
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
