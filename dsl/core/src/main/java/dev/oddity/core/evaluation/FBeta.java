package dev.oddity.core.evaluation;

import java.util.Map;

/** {@link ConfusionMatrix#fBeta(double)} at the threshold. */
record FBeta(double beta) implements Metric {

    FBeta {
        if (!(beta > 0 && Double.isFinite(beta))) {
            throw new IllegalArgumentException("fBeta(" + beta + "): beta must be a number greater than 0;"
                    + " fBeta(2) weighs recall more, fBeta(0.5) precision");
        }
    }

    @Override
    public String name() {
        return "fBeta";
    }

    @Override
    public String label() {
        return "F" + (beta == Math.rint(beta) && beta < 1e6 ? String.valueOf((int) beta) : String.valueOf(beta));
    }

    @Override
    public double of(Predictions predictions) {
        return predictions.confusionMatrix().fBeta(beta);
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("beta", beta);
    }

    @Override
    public String toString() {
        return "fBeta(" + beta + ")";
    }
}
