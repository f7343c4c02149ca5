package dev.oddity.datasets;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A random share of the rows trains, the rest tests, and all rows of one group (a customer, a machine) are on one side, so
 * that nothing learnt about a group helps to judge it. In random order, each group that fits into {@code ⌊n · trainShare⌋}
 * rows goes to the training side; validation takes whole groups of that side likewise.
 *
 * @param trainShare largest share of all rows on the training side, in (0, 1)
 * @param column whose values are the groups; it may be one that is dropped from the features
 * @param validationShare largest share of the training side kept for validation, in [0, 1)
 */
public record Grouped(double trainShare, String column, double validationShare) implements Split {

    public Grouped {
        Share.requireInside("holdout", trainShare);
        Share.requireValidation(validationShare);
    }

    @Override
    public Grouped validation(double share) {
        return new Grouped(trainShare, column, share);
    }

    @Override
    public Partition of(Dataset dataset, Random random) {
        RowGroups groups = RowGroups.of(dataset, column).shuffled(random);
        int rows = dataset.rows();
        boolean[] side = groups.within(rows, Share.of(rows, trainShare), new boolean[rows]);
        int sideRows = RowOrder.where(side).length;
        boolean[] test = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            test[row] = !side[row];
        }
        boolean[] validation = groups.within(rows, Share.of(sideRows, validationShare), test);
        for (int row = 0; row < rows; row++) {
            side[row] &= !validation[row];
        }
        return RowOrder.partition(
                this, dataset, RowOrder.where(side), RowOrder.where(validation), RowOrder.where(test), validationShare);
    }

    @Override
    public boolean exchangeable() {
        return false;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("split", "groups");
        tree.put("trainShare", trainShare);
        tree.put("column", column);
        tree.put("validationShare", validationShare);
        return tree;
    }

    @Override
    public String toString() {
        return "holdout(" + trainShare + ").groups(\"" + column + "\")"
                + (validationShare > 0 ? ".validation(" + validationShare + ")" : "");
    }
}
