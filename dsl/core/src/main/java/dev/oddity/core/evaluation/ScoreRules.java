package dev.oddity.core.evaluation;

import java.util.Locale;

/** What scores and labels must satisfy before anything is computed from them, and what is said when they do not. */
final class ScoreRules {

    private ScoreRules() {}

    static void finite(String part, double[] scores) {
        int broken = 0;
        int first = -1;
        for (int row = scores.length - 1; row >= 0; row--) {
            if (!Double.isFinite(scores[row])) {
                broken++;
                first = row;
            }
        }
        if (broken > 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%,d of %,d %s scores are not finite (row %d has %s): every score must be a finite number;"
                            + " if training diverged, lower the learning rate or scale the features",
                    broken,
                    scores.length,
                    part,
                    first,
                    scores[first]));
        }
    }

    static void onePerLabel(String part, double[] scores, boolean[] labels) {
        if (scores.length != labels.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%,d %s scores but %,d labels: give one label per score",
                    scores.length,
                    part,
                    labels.length));
        }
    }

    static void bothKinds(boolean[] labels) {
        if (labels.length == 0) {
            throw new IllegalArgumentException("no test rows: a metric compares scores of normal rows and anomalies;"
                    + " choose a split that leaves both for the test");
        }
        int anomalies = count(labels);
        if (anomalies == 0 || anomalies == labels.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "all %,d test rows are %s: a metric compares scores of normal rows and anomalies;"
                            + " choose a split that leaves both for the test, and check which label value means anomaly",
                    labels.length,
                    anomalies == 0 ? "normal" : "anomalies"));
        }
    }

    static int count(boolean[] labels) {
        int anomalies = 0;
        for (boolean anomaly : labels) {
            anomalies += anomaly ? 1 : 0;
        }
        return anomalies;
    }
}
