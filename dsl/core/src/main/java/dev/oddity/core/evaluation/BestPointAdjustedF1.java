package dev.oddity.core.evaluation;

/** See {@link SeriesMetrics#bestPointAdjustedF1()}. */
record BestPointAdjustedF1() implements SeriesMetric {

    @Override
    public String name() {
        return "bestPointAdjustedF1";
    }

    @Override
    public String label() {
        return "Best PA-F1 (optimistic)";
    }

    @Override
    public double of(Predictions predictions) {
        Ranking ranking = PointAdjustment.of(predictions).ranking();
        double best = 0;
        for (int step = 0; step < ranking.steps(); step++) {
            best = Math.max(best, ranking.at(step).f1());
        }
        return best;
    }

    @Override
    public String caveat() {
        return PointAdjustment.CAVEAT;
    }

    @Override
    public String toString() {
        return "bestPointAdjustedF1()";
    }
}
