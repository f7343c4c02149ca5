package dev.oddity.core.evaluation;

import java.util.Locale;

/** The decisions when only so many alerts can be looked at: the highest scores, equal scores never split. */
final class Alerts {

    private Alerts() {}

    static ConfusionMatrix first(Metric metric, int n, Predictions predictions) {
        requireEnough(metric, n, predictions.rows());
        Ranking ranking = predictions.ranking();
        int step = 0;
        while (ranking.anomalies()[step] + ranking.normals()[step] < n) {
            step++;
        }
        return ranking.at(step);
    }

    static void requirePositive(String noun, int n) {
        if (n < 1) {
            throw new IllegalArgumentException(
                    noun + "(" + n + "): at least 1 alert is looked at, such as " + noun + "(100)");
        }
    }

    static void requireEnough(Metric metric, int n, int examples) {
        if (n > examples) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: there are only %,d test examples; take an n of at most so many",
                    metric,
                    examples));
        }
    }
}
