package dev.oddity.core.evaluation;

/** See {@link SeriesMetrics#affiliationF1()}. */
record AffiliationF1() implements SeriesMetric {

    @Override
    public String name() {
        return "affiliationF1";
    }

    @Override
    public String label() {
        return "Affil. F1";
    }

    @Override
    public double of(Predictions predictions) {
        return Harmonic.mean(Affiliation.precision(predictions), Affiliation.recall(predictions));
    }

    @Override
    public String toString() {
        return "affiliationF1()";
    }
}
