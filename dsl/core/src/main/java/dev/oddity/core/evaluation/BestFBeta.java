package dev.oddity.core.evaluation;

import java.util.Map;

/** See {@link Thresholds#bestFBeta(double)}. */
record BestFBeta(double beta) implements Threshold {

    BestFBeta {
        if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bestFBeta(" + beta + "): beta must be greater than 0 and finite;"
                    + " where a missed anomaly weighs twice as much as a false alarm write bestFBeta(2)");
        }
    }

    @Override
    public String name() {
        return "bestFBeta";
    }

    @Override
    public Cut fit(CalibrationScores scores) {
        ValidationLabels.requireBothKinds(this, scores.validationLabels());
        return new Cut(BestCut.of(scores.validation(), scores.validationLabels(), this::fBeta), Cut.VALIDATION);
    }

    private double fBeta(ConfusionMatrix decisions) {
        double weight = beta * beta;
        double found = (1 + weight) * decisions.truePositives();
        double whole = found + weight * decisions.falseNegatives() + decisions.falsePositives();
        return whole == 0 ? 0 : found / whole;
    }

    @Override
    public void check(int trainingRows, boolean[] labels) {
        ValidationLabels.requireBothKinds(this, labels);
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("beta", beta);
    }

    @Override
    public String toString() {
        return "bestFBeta(" + beta + ")";
    }
}
