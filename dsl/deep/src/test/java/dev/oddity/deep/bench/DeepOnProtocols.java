package dev.oddity.deep.bench;

import static dev.oddity.core.Experiment.experiment;

import dev.oddity.core.Report;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Score;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Splits;
import dev.oddity.datasets.catalogue.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/**
 * Prints the figures of deep detectors on real rows by the same sentence that a user writes: {@code creditcard}, the subset;
 * {@code few}, 60 % of all its rows with the labels of 30 frauds; {@code labelled}, 60 % of them with all labels; {@code dagmm} and {@code goad}, KDD99 under those protocols.
 *
 * <p>{@code java -cp … dev.oddity.deep.bench.DeepOnProtocols creditcard 3 vae gan:epochs=20:latent=8 wganGp@criticScore}
 */
final class DeepOnProtocols {

    private static final List<Metric> METRICS =
            List.of(Metrics.rocAuc(), Metrics.averagePrecision(), Metrics.f1AtTrueRate());

    private DeepOnProtocols() {}

    public static void main(String[] arguments) {
        DataSource data = data(arguments[0]);
        System.out.println(data);
        for (String asked : Arrays.asList(arguments).subList(2, arguments.length)) {
            long start = System.nanoTime();
            String[] parts = asked.split("@");
            Detector detector = detector(parts[0]);
            Report report = experiment("deep")
                    .data(data)
                    .model(detector)
                    .score(parts.length > 1 ? score(parts[1]) : new Score.ModelScore())
                    .seeds(Integer.parseInt(arguments[1]))
                    .evaluate(METRICS.toArray(new Metric[0]));
            System.out.printf(
                    Locale.ROOT,
                    "| %s %s | %.4f | %.4f | %.4f | %d s |%n",
                    detector,
                    parts.length > 1 ? parts[1] : "",
                    report.best().metric(METRICS.get(0)).mean(),
                    report.best().metric(METRICS.get(1)).mean(),
                    report.best().metric(METRICS.get(2)).mean(),
                    (System.nanoTime() - start) / 1_000_000_000);
        }
    }

    private static DataSource data(String name) {
        return switch (name) {
            case "creditcard" -> Catalogue.creditCardFraud().subset();
            case "few" ->
                Catalogue.creditCardFraud()
                        .subset()
                        .split(Splits.stratified(0.6).keep(30));
            case "labelled" -> Catalogue.creditCardFraud().subset().split(Splits.stratified(0.6));
            case "dagmm" -> Catalogue.kdd99().dagmmProtocol();
            case "goad" -> Catalogue.kdd99().goadProtocol();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Detector detector(String asked) {
        String[] parts = asked.split(":");
        Detector detector = ServiceLoader.load(Detector.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(known -> known.name().equals(parts[0]))
                .findFirst()
                .orElseThrow();
        for (String change : Arrays.asList(parts).subList(1, parts.length)) {
            String[] sides = change.split("=");
            detector = detector.with(sides[0], value(sides[1]));
        }
        return detector;
    }

    private static Object value(String text) {
        if (text.startsWith("[")) {
            return Arrays.stream(text.substring(1, text.length() - 1).split(","))
                    .map(Integer::valueOf)
                    .toList();
        }
        if (text.matches("-?\\d+")) {
            return Integer.valueOf(text);
        }
        if (text.matches("true|false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("[-\\d.eE]+") ? Double.valueOf(text) : text;
    }

    private static Score score(String name) {
        return switch (name) {
            case "reconstructionError" -> new Score.ReconstructionError();
            case "criticScore" -> new Score.CriticScore();
            case "featureMatching" -> new Score.FeatureMatching();
            case "latentSearch" -> new Score.LatentSearch(100);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
