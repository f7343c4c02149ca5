package dev.oddity.core.evaluation;

import java.util.Arrays;
import java.util.Map;

/** See {@link Thresholds#mad(double)}. */
record Mad(double k) implements Threshold {

    /** 1 / Φ⁻¹(¾), which makes the MAD of normal scores their standard deviation. */
    private static final double PER_MAD = 1.4826;

    /** √(π/2), which does the same to their mean absolute deviation. */
    private static final double PER_MEAN = 1.253314;

    Mad {
        Multiplier.check("mad", k, "mad(3)");
    }

    @Override
    public String name() {
        return "mad";
    }

    @Override
    public Cut fit(CalibrationScores scores) {
        double[] train = scores.train();
        double median = Quantile.of(train, .5);
        double[] deviations =
                Arrays.stream(train).map(score -> Math.abs(score - median)).toArray();
        double mad = Quantile.of(deviations, .5);
        double spread = mad > 0
                ? PER_MAD * mad
                : PER_MEAN * Arrays.stream(deviations).average().orElseThrow();
        return new Cut(median + k * spread, Cut.TRAINING);
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("k", k);
    }

    @Override
    public String toString() {
        return "mad(" + k + ")";
    }
}
