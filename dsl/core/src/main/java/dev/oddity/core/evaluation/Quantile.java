package dev.oddity.core.evaluation;

import java.util.Arrays;
import java.util.Map;

/** See {@link Thresholds#quantile(double)}. */
record Quantile(double q) implements Threshold {

    Quantile {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("quantile(" + q + "): q must be at least 0 and at most 1;"
                    + " to call the highest 5 % of training scores anomalies write quantile(0.95)");
        }
    }

    /** Of values in any order, at least one; linear between order statistics. */
    static double of(double[] values, double q) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        double position = q * (ascending.length - 1);
        int below = (int) position;
        if (below + 1 >= ascending.length) {
            return ascending[ascending.length - 1];
        }
        return ascending[below] + (position - below) * (ascending[below + 1] - ascending[below]);
    }

    @Override
    public String name() {
        return "quantile";
    }

    @Override
    public Cut fit(CalibrationScores scores) {
        return new Cut(of(scores.train(), q), Cut.TRAINING);
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("q", q);
    }

    @Override
    public String toString() {
        return "quantile(" + q + ")";
    }
}
