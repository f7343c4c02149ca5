package dev.oddity.datasets;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A split that changes what another one gives. */
interface SplitModifier extends Split {

    Split base();

    /** The split whose parts are changed. */
    default Split changed() {
        return base();
    }

    /** What divides the rows, under all that changes its parts. */
    static Split innermost(Split split) {
        Split inner = split;
        while (inner instanceof SplitModifier modifier) {
            inner = modifier.base();
        }
        return inner;
    }

    @Override
    default boolean exchangeable() {
        return base().exchangeable();
    }

    /** The same change of another split. */
    Split on(Split other);

    Partition change(Dataset dataset, Partition parts, Random random);

    /** Whether it picks single rows, which a series seen through windows does not have. */
    default boolean picksRows() {
        return false;
    }

    /** The word in the sentence. */
    String name();

    /** What stands in its brackets; an empty text for nothing. */
    Object parameter();

    @Override
    default Partition of(Dataset dataset, Random random) {
        if (picksRows() && dataset.layout() instanceof Windows) {
            throw new DataException("." + name() + "(" + parameter() + ") picks single rows, and " + dataset.name()
                    + " is seen through windows of many; use it without .windows(..)");
        }
        Partition parts = change(dataset, changed().of(dataset, random), random);
        RowOrder.requireRows(this, dataset, parts.train(), "training");
        RowOrder.requireRows(this, dataset, parts.test(), "test");
        return parts;
    }

    @Override
    default Split repetition(int index) {
        return on(base().repetition(index));
    }

    @Override
    default Optional<int[]> timeOrder(Dataset dataset) {
        return base().timeOrder(dataset);
    }

    /** Before the change: anomalies left out of training would else be missing there too. */
    @Override
    default Split validation(double share) {
        return on(base().validation(share));
    }

    @Override
    default Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("split", name());
        if (!parameter().equals("")) {
            tree.put("parameter", parameter());
        }
        tree.put("of", base().describe());
        return tree;
    }

    default String sentence() {
        return base() + "." + name() + "(" + parameter() + ")";
    }
}
