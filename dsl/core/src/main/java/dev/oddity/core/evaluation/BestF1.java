package dev.oddity.core.evaluation;

/** See {@link Thresholds#bestF1()}. */
record BestF1() implements Threshold {

    @Override
    public String name() {
        return "bestF1";
    }

    @Override
    public Cut fit(CalibrationScores scores) {
        ValidationLabels.requireBothKinds(this, scores.validationLabels());
        return new Cut(BestCut.of(scores.validation(), scores.validationLabels(), ConfusionMatrix::f1), Cut.VALIDATION);
    }

    @Override
    public void check(int trainingRows, boolean[] labels) {
        ValidationLabels.requireBothKinds(this, labels);
    }

    @Override
    public String toString() {
        return "bestF1()";
    }
}
