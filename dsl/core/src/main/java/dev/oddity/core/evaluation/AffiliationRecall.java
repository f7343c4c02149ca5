package dev.oddity.core.evaluation;

/** See {@link SeriesMetrics#affiliationRecall()}. */
record AffiliationRecall() implements SeriesMetric {

    @Override
    public String name() {
        return "affiliationRecall";
    }

    @Override
    public String label() {
        return "Affil. R";
    }

    @Override
    public double of(Predictions predictions) {
        return Affiliation.recall(predictions);
    }

    @Override
    public String toString() {
        return "affiliationRecall()";
    }
}
