package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/** Sets the share of anomalies among the training rows, labels aside. */
record Contaminated(Split base, double share) implements SplitModifier {

    Contaminated {
        Share.requireInside("contaminate", share);
    }

    @Override
    public Split on(Split other) {
        return new Contaminated(other, share);
    }

    @Override
    public Partition change(Dataset dataset, Partition parts, Random random) {
        boolean[] labels = dataset.labels();
        int[] kept = Arrays.stream(parts.train()).filter(parts::isKept).toArray();
        int[] normals = Arrays.stream(parts.train())
                .filter(row -> !parts.isKept(row) && !labels[row])
                .toArray();
        int[] own = RowOrder.shuffled(
                Arrays.stream(parts.train())
                        .filter(row -> !parts.isKept(row) && labels[row])
                        .toArray(),
                random);
        int[] others = RowOrder.shuffled(
                Arrays.stream(parts.test()).filter(row -> labels[row]).toArray(), random);
        int wanted = Share.of(normals.length, share / (1 - share));
        int taken = Math.max(0, wanted - own.length);
        if (taken >= others.length && taken > 0) {
            throw new DataException(this + " needs " + taken + " anomalies of the test rows of " + dataset.name()
                    + ", which hold " + others.length + ", and one must be left to test; take a smaller share");
        }
        int[] moved = Arrays.copyOf(others, taken);
        Arrays.sort(moved);
        int[] test = Arrays.stream(parts.test())
                .filter(row -> Arrays.binarySearch(moved, row) < 0)
                .toArray();
        int[] left = Arrays.copyOf(own, Math.min(wanted, own.length));
        int[] train = Stream.of(kept, normals, left, moved)
                .flatMapToInt(Arrays::stream)
                .toArray();
        return parts.with(train, test);
    }

    @Override
    public boolean picksRows() {
        return true;
    }

    @Override
    public String name() {
        return "contaminate";
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
