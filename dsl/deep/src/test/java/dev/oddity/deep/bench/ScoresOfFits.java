package dev.oddity.deep.bench;

import dev.oddity.core.Experiment;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.core.evaluation.Summary;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Partition;
import dev.oddity.reproducibility.SeedStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints the figures of every score of the same fits: ROC-AUC, average precision and F1 at the true rate, a row as soon as a
 * seed is there and mean ± standard deviation at the end. Splits and seeds are those of the sentence, so that a detector's
 * model score has the figures that {@link DeepOnProtocols} prints.
 *
 * <p>{@code java -cp … dev.oddity.deep.bench.ScoresOfFits alibi 5 vae vae:latent=4}; {@code 43-46} in the place of {@code 5}
 * asks for those seeds.
 */
final class ScoresOfFits {

    private static final List<Metric> METRICS =
            List.of(Metrics.rocAuc(), Metrics.averagePrecision(), Metrics.f1AtTrueRate());

    private static final int DRAWS = 10;

    private ScoresOfFits() {}

    public static void main(String[] arguments) {
        List<Detector> detectors =
                Arrays.stream(arguments).skip(2).map(AskedDetector::named).toList();
        for (DataSource source : Protocols.named(arguments[0])) {
            System.out.println(source + "\n| detector | score | seed | ROC-AUC | AP | F1 at true rate | fit |");
            figures(source, arguments[1], detectors)
                    .forEach((row, seeds) -> System.out.println(row + " | mean | "
                            + METRICS.stream()
                                    .map(metric -> over(seeds, metric).toString())
                                    .collect(Collectors.joining(" | "))
                            + " |"));
        }
    }

    private static Summary over(List<Predictions> seeds, Metric metric) {
        return Summary.of(seeds.stream().mapToDouble(metric::of).toArray());
    }

    /** By detector and score, a prediction a seed. */
    private static Map<String, List<Predictions>> figures(DataSource source, String seeds, List<Detector> detectors) {
        int dash = seeds.indexOf('-');
        long first = dash < 0 ? Experiment.SEED : Long.parseLong(seeds.substring(0, dash));
        long last = dash < 0 ? first + Long.parseLong(seeds) - 1 : Long.parseLong(seeds.substring(dash + 1));
        Dataset dataset = source.load();
        Map<String, List<Predictions>> rows = new LinkedHashMap<>();
        for (long seed = first; seed <= last; seed++) {
            Partition parts = source.split()
                    .repetition((int) (seed - Experiment.SEED))
                    .of(dataset, new SeedStream(seed).named("split").random());
            FittedPreparation preparation = source.preparation().fit(dataset, parts.train());
            Features train = preparation.transform(dataset, parts.train(), warning -> {});
            Features test = preparation.transform(dataset, parts.test(), warning -> {});
            boolean[] truth = dataset.labels(parts.test());
            for (Detector detector : detectors) {
                TrainingLabels told = detector.supervision().usesLabels()
                        ? TrainingLabels.all(dataset.labels(parts.train()))
                        : TrainingLabels.none();
                long start = System.nanoTime();
                try (TrainedModel model = detector.fit(train, FitContext.of(seed, told))) {
                    long seconds = (System.nanoTime() - start) / 1_000_000_000;
                    for (Score score : scores(detector)) {
                        Predictions predictions = new Predictions(model.score(test, score), truth, 0);
                        String row = "| " + detector + " | " + score;
                        rows.computeIfAbsent(row, unseen -> new ArrayList<>()).add(predictions);
                        System.out.printf(
                                Locale.ROOT,
                                "%s | %d | %.4f | %.4f | %.4f | %d s |%n",
                                row,
                                seed,
                                METRICS.get(0).of(predictions),
                                METRICS.get(1).of(predictions),
                                METRICS.get(2).of(predictions),
                                seconds);
                    }
                }
            }
        }
        return rows;
    }

    private static List<Score> scores(Detector detector) {
        List<Score> all = List.of(
                new Score.ModelScore(),
                new Score.ReconstructionError(),
                new Score.Elbo(DRAWS),
                new Score.KlDivergence(),
                new Score.LatentDistance(),
                new Score.CriticScore(),
                new Score.FeatureMatching());
        return all.stream()
                .filter(score -> detector.scores().contains(score.getClass()))
                .toList();
    }
}
