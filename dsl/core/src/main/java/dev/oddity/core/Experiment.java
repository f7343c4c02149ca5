package dev.oddity.core;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Score;
import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.Page;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.core.evaluation.Thresholds;
import dev.oddity.datasets.DataSource;
import dev.oddity.reproducibility.CanonicalJson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What to do, as a value: data, models, seeds, threshold and metrics. The SHA-256 of its canonical JSON is its {@link
 * #identity()}: two experiments that differ in anything a sentence says differ there. What a sentence does not say is in the
 * report's record: the SHA-256 of the file that was read, the device, the machine. Equal in both, figures are equal to the
 * bit.
 *
 * @param name heads the report; not part of what is computed, but of the identity
 * @param data what to load, how to split and prepare it
 * @param candidates the models, each with the score it gives
 * @param seeds the experiment is repeated once for each
 * @param threshold how a score becomes an alarm
 * @param metrics what is reported, in order
 */
public record Experiment(
        String name,
        DataSource data,
        List<Candidate> candidates,
        List<Long> seeds,
        Threshold threshold,
        List<Metric> metrics)
        implements Displayable {

    /** The seed where none is given. */
    public static final long SEED = 42;

    private static final long LARGEST_SEED = 1L << 53;

    /** Of training rows that score above the default threshold. */
    static final double EXPECTED_SHARE = .01;

    static final Threshold THRESHOLD = Thresholds.quantile(1 - EXPECTED_SHARE);
    static final List<Metric> METRICS = List.of(Metrics.rocAuc(), Metrics.averagePrecision(), Metrics.f1());

    public Experiment {
        candidates = List.copyOf(candidates);
        seeds = List.copyOf(seeds);
        metrics = List.copyOf(new LinkedHashSet<>(metrics));
        for (long seed : seeds) {
            if (Math.abs(seed) > LARGEST_SEED) {
                throw new IllegalArgumentException(
                        "seed " + seed + " is beyond 2^53 and would not survive JSON; take a smaller one");
            }
        }
        Set<String> sentences = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            if (!sentences.add(candidate.toString())) {
                throw new IllegalArgumentException(
                        candidate + " is named twice; name each model once, or give .seeds(n) to repeat it");
            }
        }
    }

    /** The first word of a sentence. */
    public static DataStage experiment(String name) {
        return Sentence.named(name);
    }

    /** Loads, trains, scores and judges, and keeps a record of it among the {@code runs()}. */
    public Report evaluate() {
        return Keeping.begin().evaluated(this);
    }

    /** Fits the one model named, with the first seed, and keeps a record of it among the {@code runs()}. */
    public FittedDetector fit() {
        if (candidates.size() != 1) {
            throw new IllegalArgumentException("fit() takes one model, and this sentence names " + candidates.size()
                    + ": " + candidates.stream().map(Candidate::toString).collect(Collectors.joining(", "))
                    + "; name the one to keep");
        }
        return Keeping.begin().fitted(this);
    }

    /** All that decides the figures, as a JSON tree. Metrics of time and memory are not in it: they give no figure twice. */
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("name", name);
        tree.put("data", data.describe());
        tree.put("models", candidates.stream().map(Candidate::describe).toList());
        tree.put("seeds", seeds);
        tree.put("threshold", noun(threshold.name(), threshold.describe()));
        tree.put(
                "metrics",
                metrics.stream()
                        .filter(Metric::reproducible)
                        .map(metric -> noun(metric.name(), metric.describe()))
                        .toList());
        return tree;
    }

    /** The canonical JSON text. */
    public String toJson() {
        return CanonicalJson.of(describe());
    }

    /** SHA-256 of {@link #toJson()}, lower-case hex. */
    public String identity() {
        return CanonicalJson.sha256(describe());
    }

    @Override
    public MimeBundle display() {
        Page page = Page.titled(name)
                .summary("Not run: evaluate() runs it.")
                .pieces(Html.code(sentence()))
                .footer("experiment " + identity());
        return MimeBundle.text(toString()).with(MimeBundle.HTML, page.fragment().markup());
    }

    /** The words that make it. */
    public String sentence() {
        String withData = "experiment(\"" + name + "\")\n    .data(" + data + ")";
        return withData + words(candidates) + "\n    " + seedWords() + "\n    .threshold(" + threshold
                + ")\n    .evaluate("
                + metrics.stream().map(Metric::toString).collect(Collectors.joining(", ")) + ")";
    }

    /** The models as a sentence names them: those with equal scores that follow each other together. */
    static String words(List<Candidate> candidates) {
        StringBuilder words = new StringBuilder();
        for (int from = 0, to; from < candidates.size(); from = to) {
            Score score = candidates.get(from).score();
            to = from + 1;
            while (to < candidates.size() && candidates.get(to).score().equals(score)) {
                to++;
            }
            words.append(to - from == 1 ? "\n    .model(" : "\n    .models(")
                    .append(candidates.subList(from, to).stream()
                            .map(candidate -> candidate.detector().toString())
                            .collect(Collectors.joining(", ")))
                    .append(')')
                    .append(score instanceof Score.ModelScore ? "" : ".score(" + score + ")");
        }
        return words.toString();
    }

    private String seedWords() {
        boolean counted = IntStream.range(0, seeds.size()).allMatch(i -> seeds.get(i) == SEED + i);
        return counted
                ? ".seeds(" + seeds.size() + ")"
                : ".seedValues(" + seeds.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    @Override
    public String toString() {
        return sentence() + "\n    identity " + identity().substring(0, 12) + "; not run: evaluate() runs it";
    }

    private static Map<String, Object> noun(String name, Map<String, Object> parameters) {
        return Map.of("name", name, "parameters", parameters);
    }

    /**
     * One model of the experiment and the score it gives.
     *
     * @param detector the model
     * @param score one of those it can give
     */
    public record Candidate(Detector detector, Score score) {

        public Candidate {
            if (!detector.scores().contains(score.getClass())) {
                throw new IllegalArgumentException(
                        detector.name() + "() has no " + score.phrase() + "; use modelScore() or leave .score(..) out");
            }
        }

        static Candidate of(Detector detector) {
            return new Candidate(detector, new Score.ModelScore());
        }

        Candidate scoredBy(Score chosen) {
            return new Candidate(detector, chosen);
        }

        Map<String, Object> describe() {
            return Map.of(
                    "name", detector.name(),
                    "parameters", detector.parameters().describe(),
                    "score", noun(score.name(), score.describe()));
        }

        /** The words that make it: {@code vae().latent(8)}, and the score if it is not the model's own. */
        @Override
        public String toString() {
            return score instanceof Score.ModelScore ? detector.toString() : detector + ".score(" + score + ")";
        }
    }
}
