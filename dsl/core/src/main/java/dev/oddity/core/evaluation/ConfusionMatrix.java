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

    /** (1 + β²) TP / ((1 + β²) TP + β² FN + FP), in [0, 1]: recall weighs β times as much as precision; 0 if none is found. */
    public double fBeta(double beta) {
        double square = beta * beta;
        double found = (1 + square) * truePositives;
        return ratio(found, found + square * falseNegatives + falsePositives);
    }

    /** TN / (TN + FP), in [0, 1]: the share of normal rows that pass; 0 if there is none. */
    public double specificity() {
        return ratio(trueNegatives, (double) trueNegatives + falsePositives);
    }

    /** Mean of {@link #recall()} and {@link #specificity()}, in [0, 1]; ½ is chance. */
    public double balancedAccuracy() {
        return (recall() + specificity()) / 2;
    }

    /**
     * Matthews' correlation of decision and truth, (TP TN − FP FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN)), in [−1, 1];
     * 0 is chance, and 0 if all rows are called the same.
     */
    public double mcc() {
        double called = (double) truePositives + falsePositives;
        double passed = (double) trueNegatives + falseNegatives;
        double anomalies = (double) truePositives + falseNegatives;
        double normal = (double) trueNegatives + falsePositives;
        double covariance = (double) truePositives * trueNegatives - (double) falsePositives * falseNegatives;
        return ratio(covariance, Math.sqrt(called * anomalies) * Math.sqrt(normal * passed));
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
