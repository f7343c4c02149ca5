package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;

/** Keeps the labels of some training anomalies and forgets all others. */
record FewLabels(Split base, int anomalies) implements SplitModifier {

    FewLabels {
        if (anomalies < 1) {
            throw new DataException(
                    "keep(" + anomalies + "): at least one label is kept, such as keep(50); for none, leave it out");
        }
    }

    @Override
    public Split on(Split other) {
        return new FewLabels(other, anomalies);
    }

    @Override
    public Partition change(Dataset dataset, Partition parts, Random random) {
        int[] found = RowOrder.shuffled(
                Arrays.stream(parts.train())
                        .filter(row -> dataset.labels()[row])
                        .toArray(),
                random);
        if (found.length < anomalies) {
            throw new DataException(this + " keeps the labels of " + anomalies + " training anomalies, but the "
                    + parts.train().length + " training rows of " + dataset.name() + " hold " + found.length
                    + "; "
                    + (found.length > 0
                            ? "keep " + found.length + " at most, or train on more of them"
                            : "train on anomalies too, as stratified(0.8).keep(" + anomalies
                                    + ") does; normalOnly() may follow it and leaves those kept in training"));
        }
        int[] labelled = Arrays.copyOf(found, anomalies);
        Arrays.sort(labelled);
        int[] mislabelled = Arrays.stream(parts.mislabelled())
                .filter(row -> Arrays.binarySearch(labelled, row) >= 0)
                .toArray();
        return new Partition(parts.train(), parts.validation(), parts.test(), labelled, mislabelled);
    }

    @Override
    public boolean picksRows() {
        return true;
    }

    @Override
    public String name() {
        return "keep";
    }

    @Override
    public Object parameter() {
        return anomalies;
    }

    @Override
    public String toString() {
        return sentence();
    }
}
