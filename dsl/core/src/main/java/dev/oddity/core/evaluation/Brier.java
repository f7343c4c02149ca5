package dev.oddity.core.evaluation;

/** Mean of (p − y)² over the rows, y being 1 for an anomaly and 0 else. */
record Brier() implements Metric {

    @Override
    public String name() {
        return "brier";
    }

    @Override
    public String label() {
        return "Brier";
    }

    @Override
    public double of(Predictions predictions) {
        double[] probabilities = predictions.probabilities();
        boolean[] labels = predictions.labels();
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            double error = probabilities[row] - (labels[row] ? 1 : 0);
            sum += error * error;
        }
        return sum / labels.length;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public boolean needsProbabilities() {
        return true;
    }

    @Override
    public String toString() {
        return "brier()";
    }
}
