package dev.oddity.core.evaluation;

/** See {@link SeriesMetrics#rangePrecision()}. */
record RangePrecision() implements SeriesMetric {

    @Override
    public String name() {
        return "rangePrecision";
    }

    @Override
    public String label() {
        return "Range P";
    }

    @Override
    public double of(Predictions predictions) {
        return RangeOverlap.precision(predictions);
    }

    @Override
    public String toString() {
        return "rangePrecision()";
    }
}
