package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Random orders of rows, and the parts cut from them. */
final class RowOrder {

    private RowOrder() {}

    /** The numbers 0 to {@code rows - 1} in a uniformly random order (Fisher and Yates). */
    static int[] shuffled(int rows, Random random) {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** The given rows in a uniformly random order; the array itself is not changed. */
    static int[] shuffled(int[] rows, Random random) {
        int[] order = shuffled(rows.length, random);
        for (int i = 0; i < order.length; i++) {
            order[i] = rows[order[i]];
        }
        return order;
    }

    /** The last row first. */
    static int[] reversed(int[] rows) {
        return IntStream.range(0, rows.length)
                .map(place -> rows[rows.length - 1 - place])
                .toArray();
    }

    /** The numbers from {@code from} up to, but without, {@code to}. */
    static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    /** The rows marked true. */
    static int[] where(boolean[] marks) {
        return IntStream.range(0, marks.length).filter(row -> marks[row]).toArray();
    }

    /** Rows drawn one by one leave no windows but by chance, and these between rows that are tested. */
    static void refuseWindows(Split split, Dataset dataset) {
        if (dataset.layout() instanceof Windows windows && windows.length() > 1) {
            throw new DataException(
                    split + " draws rows one by one, and " + dataset.name() + " is seen through windows of "
                            + windows.length()
                            + " that follow each other; divide it in time, temporal(0.6), or by whole groups,"
                            + " holdout(0.6).groups(..) or kFold(5).groups(..)");
        }
    }

    /** Training and test rows, none for validation. */
    static Partition partition(Split split, Dataset dataset, int[] train, int[] test) {
        return partition(split, dataset, train, new int[0], test, 0);
    }

    /** The parts in the order of the data; refused if there is nothing to train or to test on, or if a share for validation is none. */
    static Partition partition(
            Split split, Dataset dataset, int[] train, int[] validation, int[] test, double validationShare) {
        requireRows(split, dataset, train, "training");
        requireRows(split, dataset, test, "test");
        if (validationShare > 0) {
            requireRows(split, dataset, validation, "validation");
        }
        Arrays.sort(train);
        Arrays.sort(validation);
        Arrays.sort(test);
        return new Partition(train, validation, test);
    }

    static void requireRows(Split split, Dataset dataset, int[] rows, String part) {
        if (rows.length == 0) {
            throw new DataException("the split " + split + " leaves no " + part + " row of " + dataset.name() + " ("
                    + dataset.rows() + " rows"
                    + (dataset.labelled() ? ", " + dataset.anomalies() + " of them anomalies" : "")
                    + "); take more rows or another share");
        }
    }
}
