package dev.oddity.datasets;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Every row trains and none tests: to fit a detector that scores other rows. Needs no labels; there is nothing to evaluate
 * on. Nothing is random.
 */
public record TrainOnAll() implements Split {

    @Override
    public Partition of(Dataset dataset, Random random) {
        return new Partition(RowOrder.range(0, dataset.rows()), new int[0], new int[0]);
    }

    @Override
    public Map<String, Object> describe() {
        return new TreeMap<>(Map.of("split", "trainOnAll"));
    }

    @Override
    public String toString() {
        return "trainOnAll()";
    }
}
