package dev.oddity.core.evaluation;

import java.util.Map;

/** See {@link SeriesMetrics#rangeRecall(double)}. */
record RangeRecall(double existence) implements SeriesMetric {

    RangeRecall {
        Existence.require("rangeRecall", existence);
    }

    @Override
    public String name() {
        return "rangeRecall";
    }

    @Override
    public String label() {
        return "Range R" + Existence.label(existence);
    }

    @Override
    public double of(Predictions predictions) {
        return RangeOverlap.recall(predictions, existence);
    }

    @Override
    public Map<String, Object> describe() {
        return Existence.describe(existence);
    }

    @Override
    public String toString() {
        return "rangeRecall(" + Existence.word(existence) + ")";
    }
}
