package dev.oddity.core.evaluation;

import java.util.Map;

/** See {@link Thresholds#iqrRule(double)}. */
record IqrRule(double k) implements Threshold {

    IqrRule {
        Multiplier.check("iqrRule", k, "iqrRule(1.5)");
    }

    @Override
    public String name() {
        return "iqrRule";
    }

    @Override
    public Cut fit(CalibrationScores scores) {
        double[] train = scores.train();
        double upper = Quantile.of(train, .75);
        return new Cut(upper + k * (upper - Quantile.of(train, .25)), Cut.TRAINING);
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("k", k);
    }

    @Override
    public String toString() {
        return "iqrRule(" + k + ")";
    }
}
