package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A random share of all rows trains, the rest tests.
 *
 * <p>With {@code n} rows, the first {@code ⌊n · trainShare⌋} of a random order are the training side, all others the test.
 * Of the training side, {@code ⌊side · validationShare⌋} rows are set aside for validation, as they come; only then does
 * {@link #normalOnly()} leave out anomalies. Parts list their rows in the order of the data.
 *
 * @param trainShare share of all rows on the training side, in (0, 1)
 * @param clean whether anomalies are left out of training
 * @param validationShare share of the training side kept for validation, in [0, 1)
 */
public record Holdout(double trainShare, boolean clean, double validationShare) implements Split {

    public Holdout {
        Share.requireInside("holdout", trainShare);
        Share.requireValidation(validationShare);
    }

    /**
     * Divides groups instead of rows: all rows with one value in this column are on one side. The column may be one that is
     * dropped from the features. Put it first: {@code holdout(0.7).groups("customer").normalOnly()}.
     */
    public Grouped groups(String column) {
        if (clean || validationShare > 0) {
            throw new DataException("groups(\"" + column + "\") comes right after holdout(" + trainShare
                    + "), the other words after it: holdout(" + trainShare + ").groups(\"" + column + "\")"
                    + toString().substring(("holdout(" + trainShare + ")").length()));
        }
        return new Grouped(trainShare, column, 0);
    }

    /** Leaves the anomalies of the training side out of training; they are used nowhere else. */
    @Override
    public Holdout normalOnly() {
        return new Holdout(trainShare, true, validationShare);
    }

    /**
     * Keeps rows for choosing a threshold: a random share of the training side, normal rows and anomalies mixed.
     *
     * @param share in [0, 1)
     */
    @Override
    public Holdout validation(double share) {
        return new Holdout(trainShare, clean, share);
    }

    @Override
    public Partition of(Dataset dataset, Random random) {
        RowOrder.refuseWindows(this, dataset);
        int[] order = RowOrder.shuffled(dataset.rows(), random);
        int side = Share.of(order.length, trainShare);
        int kept = Share.of(side, validationShare);
        int[] train = Arrays.copyOfRange(order, kept, side);
        if (clean) {
            boolean[] labels = dataset.labels();
            train = Arrays.stream(train).filter(row -> !labels[row]).toArray();
        }
        return RowOrder.partition(
                this,
                dataset,
                train,
                Arrays.copyOf(order, kept),
                Arrays.copyOfRange(order, side, order.length),
                validationShare);
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("split", "holdout");
        tree.put("trainShare", trainShare);
        tree.put("normalOnly", clean);
        tree.put("validationShare", validationShare);
        return tree;
    }

    @Override
    public String toString() {
        return "holdout(" + trainShare + ")"
                + (clean ? ".normalOnly()" : "")
                + (validationShare > 0 ? ".validation(" + validationShare + ")" : "");
    }
}
