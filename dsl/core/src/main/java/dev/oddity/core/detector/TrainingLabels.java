package dev.oddity.core.detector;

import java.util.stream.IntStream;

/**
 * What is told about the training rows, for detectors that learn from it. All of them, or few; perhaps wrongly where an
 * experiment on label noise says so.
 *
 * @param rows places in the training rows, ascending; rows not among them are told nothing about
 * @param anomalies whether each of {@code rows} is told to be an anomaly
 */
public record TrainingLabels(int[] rows, boolean[] anomalies) {

    public TrainingLabels {
        if (rows.length != anomalies.length) {
            throw new IllegalArgumentException(
                    rows.length + " labelled rows need as many labels, not " + anomalies.length);
        }
    }

    /** Nothing is told. */
    public static TrainingLabels none() {
        return new TrainingLabels(new int[0], new boolean[0]);
    }

    /** Every row is told about. */
    public static TrainingLabels all(boolean[] anomalies) {
        return new TrainingLabels(IntStream.range(0, anomalies.length).toArray(), anomalies);
    }

    /** One label per training row; a row told nothing about counts as normal, as anomalies are rare. */
    public boolean[] elseNormal(int trainingRows) {
        boolean[] labels = new boolean[trainingRows];
        for (int i = 0; i < rows.length; i++) {
            labels[rows[i]] = anomalies[i];
        }
        return labels;
    }

    /** The training rows told to be anomalies, ascending. */
    public int[] anomalousRows() {
        return IntStream.range(0, rows.length)
                .filter(i -> anomalies[i])
                .map(i -> rows[i])
                .toArray();
    }
}
