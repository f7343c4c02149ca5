package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;

/** Leaves out rows that repeat one of an earlier part. */
record WithoutRepeats(Split base) implements SplitModifier {

    @Override
    public Split on(Split other) {
        return new WithoutRepeats(other);
    }

    @Override
    public Partition change(Dataset dataset, Partition parts, Random random) {
        RowSet seen = RowSet.of(dataset.table(), parts.train());
        int[] validation = Arrays.stream(parts.validation())
                .filter(row -> !seen.holds(row))
                .toArray();
        for (int row : validation) {
            seen.add(row);
        }
        int[] test = Arrays.stream(parts.test()).filter(row -> !seen.holds(row)).toArray();
        return new Partition(parts.train(), validation, test, parts.labelled(), parts.mislabelled());
    }

    @Override
    public boolean picksRows() {
        return true;
    }

    @Override
    public String name() {
        return "withoutRepeats";
    }

    @Override
    public Object parameter() {
        return "";
    }

    @Override
    public String toString() {
        return sentence();
    }
}
