package dev.oddity.core;

import dev.oddity.core.comparison.LinearYardstick;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.core.evaluation.Calibration;
import dev.oddity.core.evaluation.CalibrationScores;
import dev.oddity.core.evaluation.Cost;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.datasets.Dataset;
import dev.oddity.reproducibility.SeedStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs one experiment: the data once, each seed's parts once, each model on the same parts. */
final class Execution {

    private final Experiment experiment;
    private final Origin origin;
    private final @Nullable Dataset given;
    /** By what they say apart from numbers, but for those in a column's name: the next seed's like is not told again. */
    private final Map<String, String> warnings = new LinkedHashMap<>();
    /** What each model learnt with the first seed that it ended. */
    private final Map<Experiment.Candidate, FirstFit> first = new HashMap<>();

    Execution(Experiment experiment, Origin origin) {
        this(experiment, origin, null);
    }

    /** @param given the experiment's data, if somebody has loaded them */
    Execution(Experiment experiment, Origin origin, @Nullable Dataset given) {
        this.experiment = experiment;
        this.origin = origin;
        this.given = given;
    }

    Report report() {
        try (ProgressLine progress = ProgressLine.open(experiment)) {
            Dataset dataset = loaded(progress);
            requireLabels(dataset);
            Map<Experiment.Candidate, List<Run>> runs = new LinkedHashMap<>();
            Map<Experiment.Candidate, Throwable> failures = new LinkedHashMap<>();
            experiment.candidates().forEach(candidate -> runs.put(candidate, new ArrayList<>()));
            DataSummary summary = null;
            for (long seed : experiment.seeds()) {
                progress.say("preparing seed " + seed);
                Trial trial = Trial.of(experiment, dataset, seed);
                origin.divided(seed, trial.parts());
                trial.warnings().forEach(this::warn);
                if (summary == null) {
                    summary = trial.summary(dataset);
                    trial.repeats(dataset).ifPresent(this::warn);
                    unusedLabels(trial).ifPresent(this::warn);
                    lowDefault(summary).ifPresent(this::warn);
                }
                for (Experiment.Candidate candidate : experiment.candidates()) {
                    if (failures.containsKey(candidate)
                            || Thread.currentThread().isInterrupted()) {
                        continue;
                    }
                    try {
                        runs.get(candidate).add(run(candidate, trial, progress));
                    } catch (RuntimeException | LinkageError | OutOfMemoryError failure) {
                        failures.put(candidate, failure);
                    }
                }
                if (Thread.currentThread().isInterrupted() || failures.size() == runs.size()) {
                    break;
                }
            }
            return reported(dataset, summary, runs, failures);
        }
    }

    /** @param record told how the run is to be remembered, while the model is open */
    FittedDetector fitted(Consumer<Supplier<Map<String, Object>>> record) {
        try (ProgressLine progress = ProgressLine.open(experiment)) {
            Dataset dataset = loaded(progress);
            Trial trial = Trial.learning(experiment, dataset, experiment.seeds().get(0));
            origin.divided(trial.seed(), trial.parts());
            List<String> notes = new ArrayList<>(trial.warnings());
            Experiment.Candidate candidate = experiment.candidates().get(0);
            long start = System.nanoTime();
            TrainedModel model = fit(candidate, trial, progress, notes::add);
            double fitSeconds = secondsSince(start);
            try {
                Threshold.Cut cut = experiment.threshold().fit(calibration(candidate, model, trial));
                if (Thread.currentThread().isInterrupted()) {
                    origin.brokenOff();
                }
                record.accept(() -> FitRecord.of(experiment, origin, dataset, model, cut, fitSeconds, notes));
                return new FittedDetector(
                        candidate,
                        trial.preparation(),
                        model,
                        cut,
                        experiment.identity(),
                        Occlusion.typical(trial.train()),
                        Course.of(model),
                        notes);
            } catch (RuntimeException | Error failure) {
                model.close();
                throw failure;
            }
        }
    }

    /** Without labels a model can learn, but nobody can say how well. */
    private static void requireLabels(Dataset dataset) {
        if (!dataset.labelled()) {
            throw new IllegalArgumentException("evaluate(..): " + dataset.name()
                    + " is unlabelled, and without known anomalies nothing can be judged; name the column that says what is"
                    + " one, .label(\"column\"), or end the sentence with .fit() to score rows");
        }
    }

    private Dataset loaded(ProgressLine progress) {
        if (given != null) {
            return given;
        }
        progress.say("loading " + experiment.data());
        return experiment.data().load(progress.fetching(experiment.data()));
    }

    private Run run(Experiment.Candidate candidate, Trial trial, ProgressLine progress) {
        PeakHeap heap = PeakHeap.fromHere();
        List<String> notes = new ArrayList<>();
        long start = System.nanoTime();
        try (TrainedModel model = fit(candidate, trial, progress, notes::add)) {
            final double fitSeconds = secondsSince(start);
            CalibrationScores calibration = calibration(candidate, model, trial);
            Threshold.Cut cut = experiment.threshold().fit(calibration);
            progress.say("scoring " + candidate.detector().name());
            long scoring = System.nanoTime();
            double[] scores = model.score(trial.test(), candidate.score());
            Cost cost = new Cost(fitSeconds, secondsSince(scoring), scores.length, heap.bytes());
            Predictions predictions = predictions(scores, cut, cost, calibration, trial);
            Map<String, Double> metrics = new LinkedHashMap<>();
            for (Metric metric : experiment.metrics()) {
                if (metric.reproducible()) {
                    metrics.put(metric.key(), metric.of(predictions));
                }
            }
            first.computeIfAbsent(
                    candidate,
                    unseen -> new FirstFit(
                            candidate,
                            trial.preparation(),
                            model.state(),
                            cut,
                            experiment.identity(),
                            Occlusion.typical(trial.train()),
                            Course.of(model),
                            notes));
            return new Run(trial.seed(), metrics, predictions, cut, model.history(), model.facts(), cost);
        }
    }

    private Predictions predictions(
            double[] scores, Threshold.Cut cut, Cost cost, CalibrationScores calibration, Trial trial) {
        Predictions predictions = new Predictions(scores, trial.testLabels(), cut.value()).withCost(cost);
        if (trial.timeline().isPresent()) {
            predictions = predictions.withTimeline(trial.timeline().get());
        }
        return experiment.metrics().stream().anyMatch(Metric::needsProbabilities)
                ? predictions.withCalibration(Calibration.fit(calibration))
                : predictions;
    }

    /** @param notes told what it warns of, as those who will look at this model alone must know it too */
    private TrainedModel fit(
            Experiment.Candidate candidate, Trial trial, ProgressLine progress, Consumer<String> notes) {
        String name = candidate.detector().name();
        progress.say("fitting " + name);
        FitContext context = new FitContext(
                new SeedStream(trial.seed()),
                progress.of(name, trial.seed()),
                notes.andThen(this::warn),
                candidate.detector().supervision().usesLabels() ? trial.trainingLabels() : TrainingLabels.none());
        return candidate.detector().fit(trial.train(), context);
    }

    private static CalibrationScores calibration(Experiment.Candidate candidate, TrainedModel model, Trial trial) {
        return new CalibrationScores(
                once(() -> model.trainingScores(trial.train(), candidate.score())),
                once(() -> model.score(trial.validation(), candidate.score())),
                trial.validationLabels());
    }

    /** Scoring may take long, and a threshold and a calibration may ask for the same scores. */
    private static Supplier<double[]> once(Supplier<double[]> scores) {
        List<double[]> known = new ArrayList<>(1);
        return () -> {
            if (known.isEmpty()) {
                known.add(scores.get());
            }
            return known.get(0);
        };
    }

    private Report reported(
            Dataset dataset,
            DataSummary summary,
            Map<Experiment.Candidate, List<Run>> runs,
            Map<Experiment.Candidate, Throwable> failures) {
        if (runs.values().stream().allMatch(List::isEmpty)) {
            throw failures.isEmpty()
                    ? new IllegalStateException("interrupted before any model had ended; run the cell again")
                    : ExperimentFailure.of(experiment, failures);
        }
        if (Thread.currentThread().isInterrupted()) {
            warn("interrupted: what had ended by then is reported, the rest was not run");
            origin.brokenOff();
        }
        List<ModelResult> results = new ArrayList<>();
        runs.forEach((candidate, done) -> {
            Throwable failure = failures.get(candidate);
            results.add(new ModelResult(
                    nameOf(candidate),
                    candidate,
                    done,
                    failure == null ? "" : ExperimentFailure.sentence(failure),
                    () -> first.get(candidate).detector()));
        });
        List<String> notes = new ArrayList<>(dataset.notes());
        notes.addAll(warnings.values());
        notes.addAll(LikeForLike.notes(results));
        LinearYardstick.note(results, experiment.metrics().get(0)).ifPresent(notes::add);
        experiment.metrics().stream()
                .map(Metric::caveat)
                .filter(caveat -> !caveat.isEmpty())
                .distinct()
                .forEach(notes::add);
        return new Report(experiment, summary, results, notes, new Reloaded(experiment.data(), dataset), origin);
    }

    /** The threshold that nobody chose supposes that nearly all training rows are normal. */
    private Optional<String> lowDefault(DataSummary data) {
        double share = (double) data.trainAnomalies() / data.train();
        return !experiment.threshold().equals(Experiment.THRESHOLD) || share <= Experiment.EXPECTED_SHARE
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%.1f %% of the training rows are anomalies, and the default threshold %s calls %.0f %% of them so,"
                                + " which holds recall and F1 down; choose one, such as .threshold(contamination(%.2f))",
                        100 * share,
                        Experiment.THRESHOLD,
                        100 * Experiment.EXPECTED_SHARE,
                        share));
    }

    /** Labels kept for methods that learn from few are of no use where no model does. */
    private Optional<String> unusedLabels(Trial trial) {
        boolean used = experiment.candidates().stream()
                .anyMatch(candidate -> candidate.detector().supervision().usesLabels());
        return !trial.parts().fewLabels() || used
                ? Optional.empty()
                : Optional.of("the split keeps the labels of " + trial.parts().labelled().length
                        + " training rows, and no model here learns from labels");
    }

    /** The detector's name where that tells the candidates apart, else its whole sentence. */
    private String nameOf(Experiment.Candidate candidate) {
        String name = candidate.detector().name();
        long sameName = experiment.candidates().stream()
                .filter(other -> other.detector().name().equals(name))
                .count();
        return sameName == 1 ? name : candidate.toString();
    }

    private void warn(String sentence) {
        warnings.putIfAbsent(sentence.replaceAll("(?<!['\\w])\\d[\\d,.]*", "#").replaceAll(": .*", ""), sentence);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
