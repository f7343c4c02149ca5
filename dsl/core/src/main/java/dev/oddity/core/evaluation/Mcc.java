package dev.oddity.core.evaluation;

/** {@link ConfusionMatrix#mcc()} at the threshold. */
record Mcc() implements Metric {

    @Override
    public String name() {
        return "mcc";
    }

    @Override
    public String label() {
        return "MCC";
    }

    @Override
    public double of(Predictions predictions) {
        return predictions.confusionMatrix().mcc();
    }

    /** From −1 to 1. */
    @Override
    public double range() {
        return 2;
    }

    @Override
    public String toString() {
        return "mcc()";
    }
}
