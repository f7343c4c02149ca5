package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Windows;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A random batch of fixed size and share of anomalies to test on, another to choose a threshold on, and all other normal
 * rows to train on.
 */
record SmallBatches(int validation, double validationShare, int test, double testShare) implements Split {

    @Override
    public Partition of(Dataset dataset, Random random) {
        if (dataset.layout() instanceof Windows) {
            throw new DataException("the split " + this + " draws rows one by one, and " + dataset.name()
                    + " is seen through windows of many; use it without .windows(..)");
        }
        boolean[] labels = dataset.labels();
        List<Integer> order = IntStream.range(0, labels.length).boxed().collect(Collectors.toList());
        Collections.shuffle(order, random);
        int[] normals = order.stream()
                .mapToInt(Integer::intValue)
                .filter(row -> !labels[row])
                .toArray();
        int[] anomalies = order.stream()
                .mapToInt(Integer::intValue)
                .filter(row -> labels[row])
                .toArray();
        int testAnomalies = (int) Math.round(test * testShare);
        int validationAnomalies = (int) Math.round(validation * validationShare);
        int testNormals = test - testAnomalies;
        int set = testNormals + validation - validationAnomalies;
        if (normals.length <= set || anomalies.length < testAnomalies + validationAnomalies) {
            throw new DataException("the split " + this + " needs more than " + set + " normal rows and "
                    + (testAnomalies + validationAnomalies) + " anomalies, and " + dataset.name() + " has "
                    + normals.length + " and " + anomalies.length + "; take more rows or another split");
        }
        return new Partition(
                sorted(Arrays.copyOfRange(normals, set, normals.length), new int[0]),
                sorted(
                        Arrays.copyOfRange(normals, testNormals, set),
                        Arrays.copyOfRange(anomalies, testAnomalies, testAnomalies + validationAnomalies)),
                sorted(Arrays.copyOf(normals, testNormals), Arrays.copyOf(anomalies, testAnomalies)));
    }

    private static int[] sorted(int[] some, int[] others) {
        return IntStream.concat(IntStream.of(some), IntStream.of(others))
                .sorted()
                .toArray();
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of(
                "split",
                "smallBatches",
                "validation",
                validation,
                "validationShare",
                validationShare,
                "test",
                test,
                "testShare",
                testShare);
    }

    /** Kdd99 alone makes one: these are the words that give it. */
    @Override
    public String toString() {
        return "kdd99().alibiProtocol().split()";
    }
}
