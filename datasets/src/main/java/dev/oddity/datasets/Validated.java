package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;

/** Sets training rows aside for validation: whole groups, the last rows of a series, or else random rows. */
record Validated(Split base, double share) implements SplitModifier {

    Validated {
        Share.requireValidation(share);
    }

    @Override
    public Split on(Split other) {
        return new Validated(other, share);
    }

    /** A later word replaces an earlier one. */
    @Override
    public Split validation(double other) {
        return new Validated(base, other);
    }

    @Override
    public Partition change(Dataset dataset, Partition parts, Random random) {
        boolean[] validation = validation(dataset, parts.train(), random);
        return RowOrder.partition(
                this,
                dataset,
                Arrays.stream(parts.train()).filter(row -> !validation[row]).toArray(),
                RowOrder.where(validation),
                parts.test(),
                share);
    }

    private boolean[] validation(Dataset dataset, int[] train, Random random) {
        int kept = Share.of(train.length, share);
        String groups = RowGroups.column(SplitModifier.innermost(base));
        if (groups != null) {
            boolean[] others = new boolean[dataset.rows()];
            Arrays.fill(others, true);
            Arrays.stream(train).forEach(row -> others[row] = false);
            return RowGroups.of(dataset, groups).shuffled(random).within(dataset.rows(), kept, others);
        }
        int[] order = dataset.layout() instanceof Windows ? RowOrder.reversed(train) : RowOrder.shuffled(train, random);
        boolean[] chosen = new boolean[dataset.rows()];
        Arrays.stream(order, 0, kept).forEach(row -> chosen[row] = true);
        return chosen;
    }

    @Override
    public String name() {
        return "validation";
    }

    @Override
    public Object parameter() {
        return share;
    }

    @Override
    public String toString() {
        return sentence();
    }
}
