package dev.oddity.core.evaluation;

/** See {@link SeriesMetrics#affiliationPrecision()}. */
record AffiliationPrecision() implements SeriesMetric {

    @Override
    public String name() {
        return "affiliationPrecision";
    }

    @Override
    public String label() {
        return "Affil. P";
    }

    @Override
    public double of(Predictions predictions) {
        return Affiliation.precision(predictions);
    }

    @Override
    public String toString() {
        return "affiliationPrecision()";
    }
}
