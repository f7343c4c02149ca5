package dev.oddity.deep.bench;

import static dev.oddity.core.Experiment.experiment;

import dev.oddity.core.ModelResult;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Score;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.Summary;
import dev.oddity.datasets.DataSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints the figures of detectors on a {@linkplain Protocols protocol} by the same sentence that a user writes: ROC-AUC,
 * average precision and F1 at the true rate, mean ± standard deviation over seeds, and the seconds of all of them. With
 * {@code dsl/classical} on the class path its detectors stand beside in the same run.
 *
 * <p>{@code java -cp … dev.oddity.deep.bench.DeepOnProtocols creditcard 5 pca mahalanobis vae gan:epochs=20:latent=8 wganGp@criticScore}
 */
final class DeepOnProtocols {

    private static final List<Metric> METRICS =
            List.of(Metrics.rocAuc(), Metrics.averagePrecision(), Metrics.f1AtTrueRate());

    private DeepOnProtocols() {}

    public static void main(String[] arguments) {
        List<DataSource> sources = Protocols.named(arguments[0]);
        int seeds = Integer.parseInt(arguments[1]);
        System.out.println(sources);
        System.out.println("| detector | ROC-AUC | AP | F1 at true rate | all runs |");
        for (String asked : Arrays.asList(arguments).subList(2, arguments.length)) {
            long start = System.nanoTime();
            String[] parts = asked.split("@");
            Detector detector = AskedDetector.named(parts[0]);
            Score score = parts.length > 1 ? score(parts[1]) : new Score.ModelScore();
            List<ModelResult> results = sources.stream()
                    .map(source -> experiment("deep")
                            .data(source)
                            .model(detector)
                            .score(score)
                            .seeds(seeds)
                            .evaluate(METRICS.toArray(new Metric[0]))
                            .best())
                    .toList();
            String figures = METRICS.stream()
                    .map(metric -> overSources(results, metric).toString())
                    .collect(Collectors.joining(" | "));
            System.out.printf(
                    Locale.ROOT,
                    "| %s %s | %s | %d s |%n",
                    detector,
                    parts.length > 1 ? parts[1] : "",
                    figures,
                    (System.nanoTime() - start) / 1_000_000_000);
        }
    }

    /** For each seed the mean over the sources. */
    private static Summary overSources(List<ModelResult> results, Metric metric) {
        int seeds = results.get(0).metric(metric).n();
        return Summary.of(IntStream.range(0, seeds)
                .mapToDouble(seed -> results.stream()
                        .mapToDouble(result -> result.metric(metric).values().get(seed))
                        .average()
                        .orElseThrow())
                .toArray());
    }

    private static Score score(String name) {
        return switch (name) {
            case "reconstructionError" -> new Score.ReconstructionError();
            case "elbo" -> new Score.Elbo(10);
            case "criticScore" -> new Score.CriticScore();
            case "featureMatching" -> new Score.FeatureMatching();
            case "latentSearch" -> new Score.LatentSearch(100);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
