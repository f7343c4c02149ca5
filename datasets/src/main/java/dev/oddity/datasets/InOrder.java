package dev.oddity.datasets;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The first rows train, the later ones test, for data in the order of time: nothing is learnt from what came after. Nothing
 * is random in it.
 *
 * <p>Of {@code n} rows the first {@code ⌊n · trainShare⌋}, or {@code trainRows}, are the training side. Its last {@code
 * ⌊side · validationShare⌋} rows are set aside for validation, as they come; only then does {@link #normalOnly()} leave out
 * anomalies.
 *
 * @param trainShare share of all rows on the training side, in (0, 1); 0 if their number is given
 * @param trainRows rows on the training side; 0 if their share is given
 * @param clean whether anomalies are left out of training
 * @param validationShare share of the training side kept for validation, in [0, 1)
 */
public record InOrder(double trainShare, int trainRows, boolean clean, double validationShare) implements Split {

    public InOrder {
        if (trainRows == 0) {
            Share.requireInside("inOrder", trainShare);
        }
        Share.requireValidation(validationShare);
    }

    /** This share of the rows, the first ones, trains. */
    public static InOrder share(double trainShare) {
        return new InOrder(trainShare, 0, false, 0);
    }

    /** So many rows, the first ones, train. */
    public static InOrder rows(int trainRows) {
        if (trainRows < 1) {
            throw new DataException("inOrder(" + trainRows + "): at least one row has to train, such as inOrder(400)");
        }
        return new InOrder(0, trainRows, false, 0);
    }

    /** Leaves the anomalies of the training side out of training; they are used nowhere else. */
    public InOrder normalOnly() {
        return new InOrder(trainShare, trainRows, true, validationShare);
    }

    /**
     * Keeps the end of the training side for choosing a threshold, normal rows and anomalies as they come.
     *
     * @param share in [0, 1)
     */
    public InOrder validation(double share) {
        return new InOrder(trainShare, trainRows, clean, share);
    }

    @Override
    public Partition of(Dataset dataset, Random random) {
        int side = trainRows > 0 ? Math.min(trainRows, dataset.rows()) : Share.of(dataset.rows(), trainShare);
        int kept = Share.of(side, validationShare);
        IntStream train = IntStream.range(0, side - kept);
        boolean[] labels = dataset.labels();
        return RowOrder.partition(
                this,
                dataset,
                (clean ? train.filter(row -> !labels[row]) : train).toArray(),
                IntStream.range(side - kept, side).toArray(),
                IntStream.range(side, dataset.rows()).toArray());
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("split", "inOrder");
        tree.put("trainShare", trainShare);
        tree.put("trainRows", trainRows);
        tree.put("normalOnly", clean);
        tree.put("validationShare", validationShare);
        return tree;
    }

    @Override
    public String toString() {
        return "inOrder(" + (trainRows > 0 ? String.valueOf(trainRows) : String.valueOf(trainShare)) + ")"
                + (clean ? ".normalOnly()" : "")
                + (validationShare > 0 ? ".validation(" + validationShare + ")" : "");
    }
}
