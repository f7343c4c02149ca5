package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;

/** Sets a random share of the training rows aside for validation. */
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
        int[] order = RowOrder.shuffled(parts.train(), random);
        int kept = Share.of(order.length, share);
        return RowOrder.partition(
                this, dataset, Arrays.copyOfRange(order, kept, order.length), Arrays.copyOf(order, kept), parts.test());
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
