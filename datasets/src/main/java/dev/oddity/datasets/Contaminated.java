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

    /** The anomalies that {@code normalOnly()} would leave out come first: no other row need change sides for them. */
    @Override
    public Split changed() {
        if (base instanceof CleanTraining cleaned) {
            return cleaned.base();
        }
        return base instanceof Holdout holdout && holdout.clean()
                ? new Holdout(holdout.trainShare(), false, holdout.validationShare())
                : base;
    }

    @Override
    public Partition change(Dataset dataset, Partition parts, Random random) {
        boolean[] labels = dataset.labels();
        int[] kept = Arrays.stream(parts.train()).filter(parts::isKept).toArray();
        int[] normals = Arrays.stream(parts.train())
                .filter(row -> !parts.isKept(row) && !labels[row] && !isLeftOut(dataset, parts, row))
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
        if (taken > 0 && !exchangeable()) {
            throw new DataException(this + " needs " + wanted + " training anomalies, and the training side of "
                    + dataset.name() + " holds " + own.length
                    + "; no test row may train in their place, being of a later time, of another group or published for"
                    + " testing: take a smaller share"
                    + (own.length == 0 ? ", or put contaminate before other words that change training" : ""));
        }
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

    /** Told wrongly to be an anomaly, before {@code normalOnly()}. */
    private boolean isLeftOut(Dataset dataset, Partition parts, int row) {
        return base instanceof CleanTraining && parts.isToldAnomaly(dataset, row);
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
