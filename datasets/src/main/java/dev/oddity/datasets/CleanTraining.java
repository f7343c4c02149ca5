package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;

/** Leaves out of training what is told to be an anomaly, but for rows whose labels are kept. */
record CleanTraining(Split base) implements SplitModifier {

    @Override
    public Split on(Split other) {
        return new CleanTraining(other);
    }

    @Override
    public Partition change(Dataset dataset, Partition parts, Random random) {
        int[] train = Arrays.stream(parts.train())
                .filter(row -> parts.isKept(row) || !parts.isToldAnomaly(dataset, row))
                .toArray();
        return parts.with(train, parts.test());
    }

    @Override
    public String name() {
        return "normalOnly";
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
