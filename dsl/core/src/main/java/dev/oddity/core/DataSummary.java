package dev.oddity.core;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Provenance;
import java.util.Map;
import java.util.TreeMap;

/**
 * The data of a report: what was loaded and, for one seed, how it was divided.
 *
 * @param name of the data set
 * @param provenance where it came from
 * @param rows loaded
 * @param anomalies among them
 * @param columns of the table, before preparation
 * @param features of a prepared row
 * @param train examples learnt from: rows, or windows of a series
 * @param trainAnomalies anomalies among them; 0 where training is clean
 * @param validation examples for thresholds
 * @param test examples judged on
 * @param testAnomalies anomalies among them
 * @param seed whose division this is
 */
public record DataSummary(
        String name,
        Provenance provenance,
        int rows,
        int anomalies,
        int columns,
        int features,
        int train,
        int trainAnomalies,
        int validation,
        int test,
        int testAnomalies,
        long seed) {

    static DataSummary of(Dataset dataset, Partition parts, int features, long seed) {
        return new DataSummary(
                dataset.name(),
                dataset.provenance(),
                dataset.rows(),
                dataset.anomalies(),
                dataset.table().columnCount(),
                features,
                dataset.examples(parts.train()),
                dataset.anomalies(parts.train()),
                dataset.examples(parts.validation()),
                dataset.examples(parts.test()),
                dataset.anomalies(parts.test()),
                seed);
    }

    /** As a JSON tree. */
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("name", name);
        tree.put("provenance", provenance.describe());
        tree.put("rows", rows);
        tree.put("anomalies", anomalies);
        tree.put("columns", columns);
        tree.put("features", features);
        tree.put("train", Map.of("rows", train, "anomalies", trainAnomalies));
        tree.put("validation", Map.of("rows", validation));
        tree.put("test", Map.of("rows", test, "anomalies", testAnomalies));
        return tree;
    }
}
