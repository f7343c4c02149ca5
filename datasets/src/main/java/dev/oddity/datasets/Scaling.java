package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Optional;

/** The ways to bring a column of numbers to a common scale. */
enum Scaling implements Step {
    STANDARD("standard()") {
        @Override
        NumberStep.Shift learn(Moments moments, double[] sorted) {
            return new NumberStep.Shift(moments.mean(), moments.deviation());
        }
    },
    MIN_MAX("minMax()") {
        @Override
        NumberStep.Shift learn(Moments moments, double[] sorted) {
            return new NumberStep.Shift(sorted[0], sorted[sorted.length - 1] - sorted[0]);
        }
    },
    ROBUST("robust()") {
        @Override
        NumberStep.Shift learn(Moments moments, double[] sorted) {
            double range = Quantile.of(sorted, 0.75) - Quantile.of(sorted, 0.25);
            return new NumberStep.Shift(Quantile.of(sorted, 0.5), range > 0 ? range : moments.deviation());
        }
    };

    private final String word;

    Scaling(String word) {
        this.word = word;
    }

    abstract NumberStep.Shift learn(Moments moments, double[] sorted);

    /** Learnt from finite values; empty if they have no spread to divide by. */
    Optional<NumberStep> learn(double[] values) {
        Moments moments = Moments.of(values);
        if (moments.constant()) {
            return Optional.empty();
        }
        double[] sorted = values;
        if (this != STANDARD) {
            sorted = values.clone();
            Arrays.sort(sorted);
        }
        return Optional.of(learn(moments, sorted));
    }

    @Override
    public String toString() {
        return word;
    }
}
