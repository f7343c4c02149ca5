package dev.oddity.core;

import dev.oddity.datasets.Dataset;
import dev.oddity.reproducibility.CanonicalJson;
import dev.oddity.reproducibility.NotebookFile;
import dev.oddity.reproducibility.RunStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What every record of a run begins with, whether it was evaluated or fitted. */
final class RunHead {

    static final String EVALUATE = "evaluate";
    static final String FIT = "fit";

    private static final String DERIVATION =
            "a stream's seed is the first 8 bytes, big-endian, of SHA-256 over its parent's seed (8 bytes, big-endian) and its"
                    + " name in UTF-8; numbers come from java.util.Random";

    private RunHead() {}

    static Map<String, Object> of(String kind, Experiment experiment, Origin origin) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("format", RunStore.FORMAT);
        tree.put("kind", kind);
        tree.put("id", origin.id());
        tree.put("started", origin.started().toString());
        tree.put("experiment", experiment.describe());
        tree.put("identity", experiment.identity());
        tree.put("sentence", experiment.sentence());
        tree.put("words", words(experiment));
        tree.put("seeds", Map.of("values", experiment.seeds(), "derivation", DERIVATION));
        tree.put("measures", measures(experiment));
        tree.put("environment", origin.environment().tree());
        NotebookFile.running().ifPresent(notebook -> tree.put("notebook", notebook.tree()));
        return tree;
    }

    /** The data's own description, and the SHA-256 of what was loaded and of its parts. */
    static Map<String, Object> data(Map<String, Object> described, Dataset dataset, Origin origin) {
        Map<String, Object> tree = new TreeMap<>(described);
        tree.put("sha256", DataChecksum.of(dataset));
        Map<String, Object> splits = new TreeMap<>();
        origin.splits().forEach((seed, sha256) -> splits.put(Long.toString(seed), sha256));
        tree.put("splitSha256", splits);
        return tree;
    }

    /** Fit for JSON: a loss that diverged, or a metric that is not defined, as text. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> writable(Map<String, Object> tree) {
        return (Map<String, Object>) Objects.requireNonNull(CanonicalJson.writable(tree));
    }

    /** The parts of the sentence, for whoever says it again. */
    private static Map<String, Object> words(Experiment experiment) {
        return Map.of(
                "data",
                experiment.data().toString(),
                "models",
                experiment.candidates().stream()
                        .map(candidate -> Map.of(
                                "model", candidate.detector().toString(),
                                "score", candidate.score().toString()))
                        .toList(),
                "threshold",
                experiment.threshold().toString(),
                "metrics",
                experiment.metrics().stream().map(Object::toString).toList());
    }

    private static List<Map<String, Object>> measures(Experiment experiment) {
        return experiment.metrics().stream()
                .map(metric -> {
                    Map<String, Object> measure = new LinkedHashMap<>();
                    measure.put("key", metric.key());
                    measure.put("label", metric.label());
                    measure.put("higherIsBetter", metric.higherIsBetter());
                    measure.put("reproducible", metric.reproducible());
                    return measure;
                })
                .toList();
    }
}
