package dev.oddity.datasets;

import java.util.Random;

/** Tells some labels of training rows the other way round: {@code ⌊labels · share⌋} of them. */
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
        boolean[] wrong = new boolean[dataset.rows()];
        for (int row : parts.mislabelled()) {
            wrong[row] = true;
        }
        for (int i = 0; i < Share.of(labelled.length, share); i++) {
            wrong[labelled[i]] ^= true;
        }
        return new Partition(parts.train(), parts.validation(), parts.test(), parts.labelled(), RowOrder.where(wrong));
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
