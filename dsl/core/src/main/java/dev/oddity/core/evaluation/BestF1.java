package dev.oddity.core.evaluation;

import java.util.Locale;

/** See {@link Thresholds#bestF1()}. */
record BestF1() implements Threshold {

    @Override
    public String name() {
        return "bestF1";
    }

    @Override
    public Cut fit(CalibrationScores scores) {
        check(scores.validationLabels());
        Ranking ranking = Ranking.of(scores.validation(), scores.validationLabels());
        int best = 0;
        for (int step = 1; step < ranking.steps(); step++) {
            if (ranking.at(step).f1() > ranking.at(best).f1()) {
                best = step;
            }
        }
        return new Cut(below(best, ranking.scores()), Cut.VALIDATION);
    }

    /** A cut that takes in this score and not the next lower one. */
    private static double below(int step, double[] descending) {
        if (step + 1 == descending.length) {
            return Math.nextDown(descending[step]);
        }
        double middle = descending[step] / 2 + descending[step + 1] / 2;
        return middle < descending[step] ? middle : descending[step + 1];
    }

    @Override
    public void check(boolean[] labels) {
        int anomalies = ScoreRules.count(labels);
        if (anomalies == 0 || anomalies == labels.length) {
            String given = labels.length == 0
                    ? "the split keeps no validation rows"
                    : String.format(
                            Locale.ROOT,
                            "all %,d validation rows are %s",
                            labels.length,
                            anomalies == 0 ? "normal" : "anomalies");
            throw new IllegalArgumentException("bestF1(): " + given
                    + "; it needs validation rows with both normal rows and anomalies: keep some with"
                    + " .validation(0.2) on the split, or use .threshold(contamination(0.05)), which needs no labels");
        }
    }

    @Override
    public String toString() {
        return "bestF1()";
    }
}
