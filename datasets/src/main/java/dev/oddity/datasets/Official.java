package dev.oddity.datasets;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The parts as they were published: the training part trains, the test part tests. Nothing is random in it but which rows
 * are kept for validation.
 *
 * @param flipped whether the parts change places, as some papers do where the test part is the larger one
 * @param clean whether anomalies are left out of training
 * @param validationShare share of the training side kept for validation at random, in [0, 1)
 */
public record Official(boolean flipped, boolean clean, double validationShare) implements Split {

    public Official {
        Share.requireValidation(validationShare);
    }

    /** The published training part trains, anomalies and all; the published test part tests. */
    public static Official parts() {
        return new Official(false, false, 0);
    }

    /** Trains on the test part and tests on the training part. */
    public Official flip() {
        return new Official(!flipped, clean, validationShare);
    }

    /** Leaves the anomalies of the training side out of training; they are used nowhere else. */
    public Official normalOnly() {
        return new Official(flipped, true, validationShare);
    }

    /**
     * Keeps rows for choosing a threshold: a random share of the training side, normal rows and anomalies mixed.
     *
     * @param share in [0, 1)
     */
    public Official validation(double share) {
        return new Official(flipped, clean, share);
    }

    @Override
    public Partition of(Dataset dataset, Random random) {
        int boundary = dataset.officialTraining();
        if (boundary == 0) {
            throw new DataException(dataset.name()
                    + " was published in one part, so that it has no official split; divide it with another, such as"
                    + " normalOnly(0.6)");
        }
        int[] first = IntStream.range(0, boundary).toArray();
        int[] second = IntStream.range(boundary, dataset.rows()).toArray();
        int[] side = flipped ? second : first;
        int[] order = RowOrder.shuffled(side.length, random);
        int kept = Share.of(side.length, validationShare);
        boolean[] labels = dataset.labels();
        return RowOrder.partition(
                this,
                dataset,
                IntStream.range(kept, side.length)
                        .map(i -> side[order[i]])
                        .filter(row -> !clean || !labels[row])
                        .toArray(),
                IntStream.range(0, kept).map(i -> side[order[i]]).toArray(),
                flipped ? first : second);
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("split", "official");
        tree.put("flipped", flipped);
        tree.put("normalOnly", clean);
        tree.put("validationShare", validationShare);
        return tree;
    }

    @Override
    public String toString() {
        return "official()" + (flipped ? ".flip()" : "")
                + (clean ? ".normalOnly()" : "")
                + (validationShare > 0 ? ".validation(" + validationShare + ")" : "");
    }
}
