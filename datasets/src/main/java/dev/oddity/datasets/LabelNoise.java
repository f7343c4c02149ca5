package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;

/** Tells some labels of training rows wrongly: {@code ⌊labels · share⌋} of them. */
record LabelNoise(Split base, double share) implements SplitModifier {

    LabelNoise {
        Share.requireInside("noise", share);
    }

    @Override
    public Split on(Split other) {
        return new LabelNoise(other, share);
    }

    @Override
    public Partition change(Dataset dataset, Partition parts, Random random) {
        int[] labelled = RowOrder.shuffled(parts.labelled(), random);
        int[] flipped = Arrays.copyOf(labelled, Share.of(labelled.length, share));
        Arrays.sort(flipped);
        return new Partition(parts.train(), parts.validation(), parts.test(), parts.labelled(), flipped);
    }

    @Override
    public boolean picksRows() {
        return true;
    }

    @Override
    public String name() {
        return "noise";
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
