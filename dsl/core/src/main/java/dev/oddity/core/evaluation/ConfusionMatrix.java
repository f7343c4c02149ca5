package dev.oddity.core.evaluation;

import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.TableView;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Decisions against the truth; positive = called an anomaly.
 *
 * @param truePositives anomalies called anomalies
 * @param falsePositives normal rows called anomalies: false alarms
 * @param falseNegatives anomalies called normal: missed
 * @param trueNegatives normal rows called normal
 */
public record ConfusionMatrix(int truePositives, int falsePositives, int falseNegatives, int trueNegatives)
        implements Displayable {

    static ConfusionMatrix count(double[] scores, boolean[] labels, double threshold) {
        int[] counts = new int[4];
        for (int row = 0; row < scores.length; row++) {
            boolean called = scores[row] > threshold;
            counts[called ? labels[row] ? 0 : 1 : labels[row] ? 2 : 3]++;
        }
        return new ConfusionMatrix(counts[0], counts[1], counts[2], counts[3]);
    }

    public int rows() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    /** Of both together. */
    public ConfusionMatrix plus(ConfusionMatrix other) {
        return new ConfusionMatrix(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                falseNegatives + other.falseNegatives,
                trueNegatives + other.trueNegatives);
    }

    /** TP / (TP + FP), in [0, 1]; 0 if no row is called an anomaly. */
    public double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    /** TP / (TP + FN), in [0, 1]; 0 if there is no anomaly. */
    public double recall() {
        return ratio(truePositives, truePositives + falseNegatives);
    }

    /** The harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN), in [0, 1]; 0 if all three are 0. */
    public double f1() {
        return ratio(2.0 * truePositives, 2.0 * truePositives + falsePositives + falseNegatives);
    }

    /** (TP + TN) / rows, in [0, 1]; near 1 for any model where anomalies are rare. */
    public double accuracy() {
        return ratio((double) truePositives + trueNegatives, rows());
    }

    /** Truth by row, decision by column. */
    @Override
    public MimeBundle display() {
        return new TableView(Table.create(
                        "confusion matrix",
                        StringColumn.create("truth", "anomaly", "normal"),
                        IntColumn.create("called anomaly", new int[] {truePositives, falsePositives}),
                        IntColumn.create("called normal", new int[] {falseNegatives, trueNegatives})))
                .display();
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
