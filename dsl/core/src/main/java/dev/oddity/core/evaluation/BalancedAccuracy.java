package dev.oddity.core.evaluation;

/** {@link ConfusionMatrix#balancedAccuracy()} at the threshold. */
record BalancedAccuracy() implements Metric {

    @Override
    public String name() {
        return "balancedAccuracy";
    }

    @Override
    public String label() {
        return "Balanced acc.";
    }

    @Override
    public double of(Predictions predictions) {
        return predictions.confusionMatrix().balancedAccuracy();
    }

    @Override
    public String toString() {
        return "balancedAccuracy()";
    }
}
