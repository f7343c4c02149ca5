package dev.oddity.core.evaluation;

import java.util.Arrays;
import java.util.Map;

/** See {@link Thresholds#meanPlusSd(double)}. */
record MeanPlusSd(double k) implements Threshold {

    MeanPlusSd {
        Multiplier.check("meanPlusSd", k, "meanPlusSd(3)");
    }

    @Override
    public String name() {
        return "meanPlusSd";
    }

    @Override
    public Cut fit(CalibrationScores scores) {
        double[] train = scores.train();
        double mean = Arrays.stream(train).average().orElseThrow();
        double variance = Arrays.stream(train)
                .map(score -> (score - mean) * (score - mean))
                .average()
                .orElseThrow();
        return new Cut(mean + k * Math.sqrt(variance), Cut.TRAINING);
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("k", k);
    }

    @Override
    public String toString() {
        return "meanPlusSd(" + k + ")";
    }
}
