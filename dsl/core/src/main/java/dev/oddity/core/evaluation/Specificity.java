package dev.oddity.core.evaluation;

/** {@link ConfusionMatrix#specificity()} at the threshold. */
record Specificity() implements Metric {

    @Override
    public String name() {
        return "specificity";
    }

    @Override
    public String label() {
        return "Specificity";
    }

    @Override
    public double of(Predictions predictions) {
        return predictions.confusionMatrix().specificity();
    }

    @Override
    public String toString() {
        return "specificity()";
    }
}
