package dev.oddity.core.evaluation;

import java.util.Arrays;

/**
 * Rows by descending score, equal scores together: step {@code i} takes in all rows with score {@code scores[i]}, and
 * {@code anomalies[i]}, {@code normals[i]} count the rows taken in so far. Every ranking metric and curve reads off it.
 *
 * @param scores distinct, descending
 * @param anomalies rows taken in that are anomalies (true positives when cutting here)
 * @param normals rows taken in that are normal (false positives when cutting here)
 */
record Ranking(double[] scores, int[] anomalies, int[] normals) {

    /** Sorts each kind by itself, as plain numbers, and merges them: no row index is carried through a sort. */
    static Ranking of(double[] scores, boolean[] labels) {
        double[] anomalous = sorted(scores, labels, true);
        double[] normal = sorted(scores, labels, false);
        double[] distinct = new double[scores.length];
        int[] anomaliesSoFar = new int[scores.length];
        int[] normalsSoFar = new int[scores.length];
        int steps = 0;
        int a = anomalous.length;
        int n = normal.length;
        while (a > 0 || n > 0) {
            double highest = Math.max(
                    a > 0 ? anomalous[a - 1] : Double.NEGATIVE_INFINITY,
                    n > 0 ? normal[n - 1] : Double.NEGATIVE_INFINITY);
            while (a > 0 && anomalous[a - 1] == highest) {
                a--;
            }
            while (n > 0 && normal[n - 1] == highest) {
                n--;
            }
            distinct[steps] = highest;
            anomaliesSoFar[steps] = anomalous.length - a;
            normalsSoFar[steps] = normal.length - n;
            steps++;
        }
        return new Ranking(
                Arrays.copyOf(distinct, steps),
                Arrays.copyOf(anomaliesSoFar, steps),
                Arrays.copyOf(normalsSoFar, steps));
    }

    int steps() {
        return scores.length;
    }

    /** All of them. */
    int anomalyCount() {
        return anomalies[steps() - 1];
    }

    /** All of them. */
    int normalCount() {
        return normals[steps() - 1];
    }

    /** The decisions when every row down to this step is called an anomaly. */
    ConfusionMatrix at(int step) {
        return new ConfusionMatrix(
                anomalies[step], normals[step], anomalyCount() - anomalies[step], normalCount() - normals[step]);
    }

    private static double[] sorted(double[] scores, boolean[] labels, boolean kind) {
        double[] chosen = new double[scores.length];
        int count = 0;
        for (int row = 0; row < scores.length; row++) {
            if (labels[row] == kind) {
                chosen[count++] = scores[row];
            }
        }
        double[] ascending = Arrays.copyOf(chosen, count);
        Arrays.sort(ascending);
        return ascending;
    }
}
