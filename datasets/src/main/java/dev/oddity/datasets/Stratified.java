package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A random share of the normal rows and the same share of the anomalies train, the rest tests: both sides have the mixture
 * of the data, to a row. Of {@code n} normal rows (and of the anomalies likewise) {@code ⌊n · trainShare⌋} train.
 *
 * @param trainShare in (0, 1)
 */
public record Stratified(double trainShare) implements Split {

    public Stratified {
        Share.requireInside("stratified", trainShare);
    }

    @Override
    public Partition of(Dataset dataset, Random random) {
        RowOrder.refuseWindows(this, dataset);
        boolean[] labels = dataset.labels();
        int[] order = RowOrder.shuffled(dataset.rows(), random);
        int[] normals = Arrays.stream(order).filter(row -> !labels[row]).toArray();
        int[] anomalies = Arrays.stream(order).filter(row -> labels[row]).toArray();
        int normalsTrained = Share.of(normals.length, trainShare);
        int anomaliesTrained = Share.of(anomalies.length, trainShare);
        int[] train = IntStream.concat(
                        Arrays.stream(normals, 0, normalsTrained), Arrays.stream(anomalies, 0, anomaliesTrained))
                .toArray();
        int[] test = IntStream.concat(
                        Arrays.stream(normals, normalsTrained, normals.length),
                        Arrays.stream(anomalies, anomaliesTrained, anomalies.length))
                .toArray();
        return RowOrder.partition(this, dataset, train, test);
    }

    @Override
    public Map<String, Object> describe() {
        return new TreeMap<>(Map.of("split", "stratified", "trainShare", trainShare));
    }

    @Override
    public String toString() {
        return "stratified(" + trainShare + ")";
    }
}
