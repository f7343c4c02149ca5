package dev.oddity.core.evaluation;

/**
 * {@link ConfusionMatrix#precision()} at the threshold.
 */
record Precision() implements Metric {

    @Override
    public String name() {
        return "precision";
    }

    @Override
    public String label() {
        return "Precision";
    }

    @Override
    public double of(Predictions predictions) {
        return predictions.confusionMatrix().precision();
    }

    @Override
    public String toString() {
        return "precision()";
    }
}
