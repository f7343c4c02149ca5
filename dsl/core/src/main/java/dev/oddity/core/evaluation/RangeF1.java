package dev.oddity.core.evaluation;

import java.util.Map;

/** See {@link SeriesMetrics#rangeF1(double)}. */
record RangeF1(double existence) implements SeriesMetric {

    RangeF1 {
        Existence.require("rangeF1", existence);
    }

    @Override
    public String name() {
        return "rangeF1";
    }

    @Override
    public String label() {
        return "Range F1" + Existence.label(existence);
    }

    @Override
    public double of(Predictions predictions) {
        return Harmonic.mean(RangeOverlap.precision(predictions), RangeOverlap.recall(predictions, existence));
    }

    @Override
    public Map<String, Object> describe() {
        return Existence.describe(existence);
    }

    @Override
    public String toString() {
        return "rangeF1(" + Existence.word(existence) + ")";
    }
}
