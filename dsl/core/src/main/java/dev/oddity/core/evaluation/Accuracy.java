package dev.oddity.core.evaluation;

/**
 * {@link ConfusionMatrix#accuracy()} at the threshold.
 */
record Accuracy() implements Metric {

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public String label() {
        return "Accuracy";
    }

    @Override
    public double of(Predictions predictions) {
        return predictions.confusionMatrix().accuracy();
    }

    @Override
    public String toString() {
        return "accuracy()";
    }
}
