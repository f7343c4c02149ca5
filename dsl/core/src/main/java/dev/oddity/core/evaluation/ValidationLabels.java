package dev.oddity.core.evaluation;

import java.util.Locale;

/** What a threshold that learns from labels must find among the validation rows, and what is said when it does not. */
final class ValidationLabels {

    private ValidationLabels() {}

    /**
     * @param threshold as the sentence names it, such as {@code bestF1()}
     * @throws IllegalArgumentException if the labels are not of both kinds
     */
    static void requireBothKinds(Threshold threshold, boolean[] labels) {
        int anomalies = ScoreRules.count(labels);
        if (anomalies == 0 || anomalies == labels.length) {
            String given = labels.length == 0
                    ? "the split keeps no validation rows"
                    : String.format(
                            Locale.ROOT,
                            "all %,d validation rows are %s",
                            labels.length,
                            anomalies == 0 ? "normal" : "anomalies");
            throw new IllegalArgumentException(threshold + ": " + given
                    + "; it needs validation rows with both normal rows and anomalies: keep some with"
                    + " .validation(0.2) on the split, or use .threshold(contamination(0.05)), which needs no labels");
        }
    }
}
