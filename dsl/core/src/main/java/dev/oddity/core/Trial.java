package dev.oddity.core;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.core.evaluation.TestPart;
import dev.oddity.core.evaluation.Timeline;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Overlap;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Windows;
import dev.oddity.reproducibility.SeedStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One seed's parts of the data, prepared. The preparation saw the training rows only; labels stay outside features.
 *
 * @param timeline of the test points, where they have an order of time
 * @param warnings of the preparation, and of cells that were filled in the rows it had not seen
 */
record Trial(
        long seed,
        Partition parts,
        FittedPreparation preparation,
        Features train,
        Features validation,
        boolean[] validationLabels,
        Features test,
        boolean[] testLabels,
        Optional<Timeline> timeline,
        TrainingLabels trainingLabels,
        List<String> warnings) {

    private static final double TELLING_SHARE = .01;

    Trial {
        warnings = List.copyOf(warnings);
    }

    /** To learn and to be judged. */
    static Trial of(Experiment experiment, Dataset dataset, long seed) {
        Partition parts = parts(experiment, dataset, seed);
        Optional<Timeline> timeline = TestPoints.inTime(experiment.data().split(), dataset, parts.test());
        checkTraining(experiment, dataset, parts);
        checkTest(experiment, dataset, parts, timeline.isPresent());
        return prepared(experiment, dataset, seed, parts, parts.test(), timeline);
    }

    /** To learn only, also from unlabelled data: the test rows are left alone. */
    static Trial learning(Experiment experiment, Dataset dataset, long seed) {
        Partition parts = parts(experiment, dataset, seed);
        checkTraining(experiment, dataset, parts);
        return prepared(experiment, dataset, seed, parts, new int[0], Optional.empty());
    }

    private static Trial prepared(
            Experiment experiment,
            Dataset dataset,
            long seed,
            Partition parts,
            int[] tested,
            Optional<Timeline> timeline) {
        FittedPreparation preparation = experiment.data().preparation().fit(dataset, parts.train());
        List<String> warnings = new ArrayList<>(preparation.warnings());
        return new Trial(
                seed,
                parts,
                preparation,
                preparation.transform(dataset, parts.train(), unheard -> {}),
                preparation.transform(dataset, parts.validation(), warnings::add),
                labels(dataset, parts.validation()),
                preparation.transform(dataset, tested, warnings::add),
                labels(dataset, tested),
                timeline,
                told(dataset, parts),
                warnings);
    }

    /** The rows of the three parts for one seed. */
    static Partition parts(Experiment experiment, Dataset dataset, long seed) {
        return experiment
                .data()
                .split()
                .repetition(experiment.seeds().indexOf(seed))
                .of(dataset, new SeedStream(seed).named("split").random());
    }

    /** Of examples, where they are known; else none. */
    private static boolean[] labels(Dataset dataset, int[] rows) {
        return dataset.labelled() ? dataset.labels(rows) : new boolean[0];
    }

    /** By place among the training rows, where the partition tells by row of the data set. */
    private static TrainingLabels told(Dataset dataset, Partition parts) {
        if (!dataset.labelled()) {
            return TrainingLabels.none();
        }
        boolean[] labels = parts.toldLabels(dataset);
        if (!parts.fewLabels()) {
            return TrainingLabels.all(labels);
        }
        int[] places = IntStream.range(0, parts.train().length)
                .filter(place -> Arrays.binarySearch(parts.labelled(), parts.train()[place]) >= 0)
                .toArray();
        boolean[] told = new boolean[places.length];
        for (int i = 0; i < told.length; i++) {
            told[i] = labels[Arrays.binarySearch(parts.labelled(), parts.train()[places[i]])];
        }
        return new TrainingLabels(places, told);
    }

    DataSummary summary(Dataset dataset) {
        return DataSummary.of(dataset, parts, train.columns(), seed);
    }

    /** Whether the test part repeats training rows; of a series single points always do, so nothing is said there. */
    Optional<String> repeats(Dataset dataset) {
        if (dataset.layout() instanceof Windows) {
            return Optional.empty();
        }
        Overlap overlap = Overlap.of(dataset, parts);
        return overlap.share() < TELLING_SHARE ? Optional.empty() : Optional.of(overlap.toString());
    }

    /** What would make the run pointless is said before anything trains. */
    private static void checkTraining(Experiment experiment, Dataset dataset, Partition parts) {
        if (parts.train().length == 0) {
            throw new IllegalArgumentException(dataset.name() + " split by "
                    + experiment.data().split() + " leaves no training rows; give a larger share to training");
        }
        for (Experiment.Candidate candidate : experiment.candidates()) {
            requireLabels(candidate.detector(), dataset, told(dataset, parts), experiment.data());
        }
        experiment.threshold().check(dataset.examples(parts.train()), labels(dataset, parts.validation()));
    }

    private static void checkTest(Experiment experiment, Dataset dataset, Partition parts, boolean inTime) {
        if (parts.test().length == 0) {
            throw new IllegalArgumentException("evaluate(..): " + dataset.name() + " split by "
                    + experiment.data().split()
                    + " leaves no test rows; end the sentence with .fit(), or keep some for the test, as"
                    + " .split(holdout(0.6)) does");
        }
        Predictions.requireBothKinds(dataset.labels(parts.test()));
        TestPart test = new TestPart(
                dataset.name() + " split by " + experiment.data().split(), dataset.examples(parts.test()), inTime);
        experiment.metrics().forEach(metric -> metric.check(test));
    }

    private static void requireLabels(Detector detector, Dataset dataset, TrainingLabels told, DataSource data) {
        if (detector.supervision().usesLabels() && !dataset.labelled()) {
            throw new IllegalArgumentException(
                    detector.name() + "() " + detector.supervision().phrase() + ", and " + data
                            + " is unlabelled; name the column that says what is an anomaly, .label(\"column\"), or take a"
                            + " detector that needs no labels");
        }
        if (detector.supervision().usesLabels() && told.anomalousRows().length == 0) {
            throw new IllegalArgumentException(
                    detector.name() + "() " + detector.supervision().phrase()
                            + ", and no training row of " + data + " split by " + data.split()
                            + " is told to be an anomaly; split so that training has some, as .split(stratified(0.6)) does");
        }
    }
}
