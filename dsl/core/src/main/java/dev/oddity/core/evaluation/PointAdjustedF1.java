package dev.oddity.core.evaluation;

/** See {@link SeriesMetrics#pointAdjustedF1()}. */
record PointAdjustedF1() implements SeriesMetric {

    @Override
    public String name() {
        return "pointAdjustedF1";
    }

    @Override
    public String label() {
        return "PA-F1 (optimistic)";
    }

    @Override
    public double of(Predictions predictions) {
        return PointAdjustment.of(predictions).confusionMatrix().f1();
    }

    @Override
    public String caveat() {
        return PointAdjustment.CAVEAT;
    }

    @Override
    public String toString() {
        return "pointAdjustedF1()";
    }
}
