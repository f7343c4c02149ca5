package dev.oddity;

import dev.oddity.core.Experiment;
import dev.oddity.core.Rerun;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Detectors;
import dev.oddity.core.detector.Score;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.core.runs.RecordedRun;
import dev.oddity.core.runs.Repetition;
import dev.oddity.datasets.DataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The experiment of a record, made of its words again. */
final class Remade {

    private static final String BLOCK = "block(\"";

    private Remade() {}

    static Repetition rerun(RecordedRun recorded) {
        return Rerun.of(recorded, experiment(recorded));
    }

    /** @throws IllegalArgumentException if a part of it cannot be made from a file, naming the part */
    static Experiment experiment(RecordedRun recorded) {
        Map<?, ?> words = map(recorded.tree().get("words"));
        List<Experiment.Candidate> candidates = new ArrayList<>();
        List<?> described = (List<?>) recorded.settings().get("models");
        List<?> spoken = list(words.get("models"));
        for (int i = 0; i < spoken.size(); i++) {
            Map<?, ?> model = map(spoken.get(i));
            Map<?, ?> tree = map(described.get(i));
            Detector detector = part(recorded, "model", model.get("model"), () -> detector(tree, text(model, "model")));
            Score score =
                    part(recorded, "score", model.get("score"), () -> Words.read(text(model, "score"), Score.class));
            candidates.add(new Experiment.Candidate(detector, score));
        }
        DataSource data =
                part(recorded, "data", words.get("data"), () -> Words.read(text(words, "data"), DataSource.class));
        Threshold threshold = part(
                recorded,
                "threshold",
                words.get("threshold"),
                () -> Words.read(text(words, "threshold"), Threshold.class));
        List<Metric> metrics = new ArrayList<>();
        for (Object metric : list(words.get("metrics"))) {
            metrics.add(part(recorded, "metric", metric, () -> Words.read(String.valueOf(metric), Metric.class)));
        }
        List<Long> seeds = list(recorded.settings().get("seeds")).stream()
                .map(seed -> part(recorded, "seed", seed, () -> ((Number) seed).longValue()))
                .toList();
        return new Experiment(recorded.name(), data, candidates, seeds, threshold, metrics);
    }

    @SuppressWarnings("unchecked")
    private static Detector detector(Map<?, ?> tree, String spoken) {
        if (spoken.contains(BLOCK)) {
            throw new IllegalArgumentException("of a block a file keeps the name, and no Java");
        }
        return Detectors.named(String.valueOf(tree.get("name")), (Map<String, ?>) map(tree.get("parameters")));
    }

    private static <T> T part(RecordedRun recorded, String part, Object words, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "run " + recorded.id() + " cannot be made again: its " + part + " is " + words
                            + ", which stands for something that a file does not hold or that this version does not have ("
                            + e.getMessage()
                            + "); run its sentence where that is at hand, and compare with report.diff(run)",
                    e);
        }
    }

    private static String text(Map<?, ?> tree, String key) {
        return String.valueOf(tree.get(key));
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }
}
