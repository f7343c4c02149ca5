package dev.oddity.datasets;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Row numbers of the three parts; no row is in two of them.
 *
 * @param train rows a detector is fitted on
 * @param validation rows a threshold may be chosen on; empty unless the split keeps some
 * @param test rows that are only ever scored
 * @param labelled training rows whose label may be told to a method that learns from labels: all of {@code train} unless
 *     the split keeps few ({@link Split#keep})
 * @param mislabelled training rows whose label is told wrongly ({@link Split#noise}); empty unless the split flips some
 */
public record Partition(int[] train, int[] validation, int[] test, int[] labelled, int[] mislabelled) {

    /** Every training label may be told, and is told truly. */
    public Partition(int[] train, int[] validation, int[] test) {
        this(train, validation, test, train, new int[0]);
    }

    /** Whether {@link #labelled} are only some of the training rows. */
    public boolean fewLabels() {
        return labelled.length < train.length;
    }

    /** The labels of the examples that {@link #labelled} make, in their order, as they are told: true = anomaly. */
    public boolean[] toldLabels(Dataset dataset) {
        return told(dataset, labelled);
    }

    private boolean[] told(Dataset dataset, int[] rows) {
        boolean[] told = dataset.labels().clone();
        for (int row : mislabelled) {
            told[row] = !told[row];
        }
        return dataset.layout().labels(told, rows);
    }

    /** Whether a training row is told to be an anomaly. */
    boolean isToldAnomaly(Dataset dataset, int row) {
        return dataset.labels()[row] != contains(mislabelled, row);
    }

    /** Whether a row keeps its label while others lose theirs. */
    boolean isKept(int row) {
        return fewLabels() && contains(labelled, row);
    }

    /** With other training rows, some perhaps taken from the test rows; what is said about labels stays where the row does. */
    Partition with(int[] newTrain, int[] newTest) {
        Arrays.sort(newTrain);
        IntPredicate trains = row -> contains(newTrain, row);
        return new Partition(
                newTrain,
                validation,
                newTest,
                fewLabels() ? Arrays.stream(labelled).filter(trains).toArray() : newTrain,
                Arrays.stream(mislabelled).filter(trains).toArray());
    }

    private static boolean contains(int[] ascending, int row) {
        return Arrays.binarySearch(ascending, row) >= 0;
    }
}
