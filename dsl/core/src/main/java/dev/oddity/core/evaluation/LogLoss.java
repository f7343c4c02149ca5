package dev.oddity.core.evaluation;

/** Mean of −log p over the anomalies' p and the normal rows' 1 − p, each at least 2⁻⁵² so that none is infinite. */
record LogLoss() implements Metric {

    private static final double LEAST = Math.ulp(1.0);

    @Override
    public String name() {
        return "logLoss";
    }

    @Override
    public String label() {
        return "Log loss";
    }

    @Override
    public double of(Predictions predictions) {
        double[] probabilities = predictions.probabilities();
        boolean[] labels = predictions.labels();
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            double p = Math.min(1 - LEAST, Math.max(LEAST, probabilities[row]));
            sum -= labels[row] ? Math.log(p) : Math.log(1 - p);
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
    public double range() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return "logLoss()";
    }
}
