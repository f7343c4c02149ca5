package dev.oddity.deep;

import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.datasets.Features;

/** What is told of the training rows, as targets: 1 an anomaly, −1 a normal row, 0 nothing. */
final class Told {

    private Told() {}

    static float[] of(Features train, TrainingLabels labels) {
        float[] told = new float[train.rows()];
        for (int i = 0; i < labels.rows().length; i++) {
            told[labels.rows()[i]] = labels.anomalies()[i] ? 1 : -1;
        }
        return told;
    }

    /** @throws IllegalArgumentException unless some rows are told to be anomalies, and some are not */
    static float[] ofBothKinds(String detector, Features train, TrainingLabels labels) {
        int anomalies = labels.anomalousRows().length;
        if (anomalies == 0 || anomalies == train.rows()) {
            throw new IllegalArgumentException(detector + "() learns from labels, and "
                    + (anomalies == 0 ? "none" : "every one") + " of the " + train.rows()
                    + " rows it was given is told to be an anomaly; it needs some of both kinds");
        }
        return of(train, labels);
    }
}
