package dev.oddity.core.evaluation;

/**
 * {@link ConfusionMatrix#recall()} at the threshold.
 */
record Recall() implements Metric {

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public String label() {
        return "Recall";
    }

    @Override
    public double of(Predictions predictions) {
        return predictions.confusionMatrix().recall();
    }

    @Override
    public String toString() {
        return "recall()";
    }
}
