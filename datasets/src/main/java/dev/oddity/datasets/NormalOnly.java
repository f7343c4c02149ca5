package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A random share of the normal rows trains; the other normal rows and the anomalies test.
 *
 * <p>Of {@code n} normal rows in random order the first {@code ⌊n · trainShare⌋} train. The rest and the anomalies are the
 * test side, of which {@code ⌊side · validationShare⌋} random rows are set aside for validation. Parts list their rows in
 * the order of the data.
 *
 * @param trainShare share of the normal rows that train, in (0, 1)
 * @param validationShare share of the test side kept for validation, in [0, 1)
 * @param anomalyShare largest share of anomalies on the test side, in (0, 1); 0 keeps them all
 */
public record NormalOnly(double trainShare, double validationShare, double anomalyShare) implements Split {

    public NormalOnly {
        Share.requireInside("normalOnly", trainShare);
        Share.requireValidation(validationShare);
        if (anomalyShare != 0) {
            Share.requireInside("anomalyShare", anomalyShare);
        }
    }

    /**
     * Keeps rows for choosing a threshold: a random share of what would be tested, normal rows and anomalies mixed. They
     * are not tested.
     *
     * @param share in [0, 1)
     */
    @Override
    public NormalOnly validation(double share) {
        return new NormalOnly(trainShare, share, anomalyShare);
    }

    /**
     * Draws at most so many anomalies that they are this share of the test side, for data that hold more anomalies than
     * normal rows; the others are left out. {@code anomalyShare(1.0 / 3)} keeps half as many anomalies as normal rows.
     *
     * @param share in (0, 1)
     */
    public NormalOnly anomalyShare(double share) {
        Share.requireInside("anomalyShare", share);
        return new NormalOnly(trainShare, validationShare, share);
    }

    @Override
    public Partition of(Dataset dataset, Random random) {
        RowOrder.refuseWindows(this, dataset);
        boolean[] labels = dataset.labels();
        int[] order = RowOrder.shuffled(dataset.rows(), random);
        int[] normals = Arrays.stream(order).filter(row -> !labels[row]).toArray();
        int[] anomalies = Arrays.stream(order).filter(row -> labels[row]).toArray();
        int trained = Share.of(normals.length, trainShare);
        int tested = normals.length - trained;
        int drawn = anomalies.length;
        if (anomalyShare > 0) {
            drawn = Math.min(drawn, Share.of(tested, anomalyShare / (1 - anomalyShare)));
        }

        int[] side = Arrays.copyOfRange(normals, trained, normals.length + drawn);
        System.arraycopy(anomalies, 0, side, tested, drawn);
        int[] mixed = RowOrder.shuffled(side.length, random);
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = side[mixed[i]];
        }
        int kept = Share.of(mixed.length, validationShare);
        return RowOrder.partition(
                this,
                dataset,
                Arrays.copyOf(normals, trained),
                Arrays.copyOf(mixed, kept),
                Arrays.copyOfRange(mixed, kept, mixed.length),
                validationShare);
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("split", "normalOnly");
        tree.put("trainShare", trainShare);
        tree.put("validationShare", validationShare);
        tree.put("anomalyShare", anomalyShare);
        return tree;
    }

    @Override
    public String toString() {
        return "normalOnly(" + trainShare + ")"
                + (validationShare > 0 ? ".validation(" + validationShare + ")" : "")
                + (anomalyShare > 0 ? ".anomalyShare(" + anomalyShare + ")" : "");
    }
}
