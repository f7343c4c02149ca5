package dev.oddity.core.evaluation;

/**
 * {@link ConfusionMatrix#f1()} at the threshold.
 */
record F1() implements Metric {

    @Override
    public String name() {
        return "f1";
    }

    @Override
    public String label() {
        return "F1";
    }

    @Override
    public double of(Predictions predictions) {
        return predictions.confusionMatrix().f1();
    }

    @Override
    public String toString() {
        return "f1()";
    }
}
