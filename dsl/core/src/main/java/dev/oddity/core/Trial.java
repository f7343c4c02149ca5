package dev.oddity.core;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Overlap;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Windows;
import dev.oddity.reproducibility.SeedStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One seed's parts of the data, prepared. The preparation saw the training rows only; labels stay outside features. */
record Trial(
        long seed,
        Partition parts,
        FittedPreparation preparation,
        Features train,
        Features validation,
        boolean[] validationLabels,
        Features test,
        boolean[] testLabels,
        TrainingLabels trainingLabels) {

    private static final double TELLING_SHARE = .01;

    static Trial of(Experiment experiment, Dataset dataset, long seed) {
        Partition parts = experiment
                .data()
                .split()
                .repetition(experiment.seeds().indexOf(seed))
                .of(dataset, new SeedStream(seed).named("split").random());
        check(experiment, dataset, parts);
        FittedPreparation preparation = experiment.data().preparation().fit(dataset, parts.train());
        return new Trial(
                seed,
                parts,
                preparation,
                preparation.transform(dataset.table(), parts.train()),
                preparation.transform(dataset.table(), parts.validation()),
                dataset.labels(parts.validation()),
                preparation.transform(dataset.table(), parts.test()),
                dataset.labels(parts.test()),
                told(dataset, parts));
    }

    /** By place among the training rows, where the partition tells by row of the data set. */
    private static TrainingLabels told(Dataset dataset, Partition parts) {
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

    List<String> warnings() {
        return preparation.warnings();
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
    private static void check(Experiment experiment, Dataset dataset, Partition parts) {
        if (parts.train().length == 0) {
            throw new IllegalArgumentException(dataset.name() + " split by "
                    + experiment.data().split() + " leaves no training rows; give a larger share to training");
        }
        Predictions.requireBothKinds(dataset.labels(parts.test()));
        for (Experiment.Candidate candidate : experiment.candidates()) {
            requireLabels(candidate.detector(), told(dataset, parts), experiment.data());
        }
        experiment.threshold().check(dataset.labels(parts.validation()));
    }

    private static void requireLabels(Detector detector, TrainingLabels told, DataSource data) {
        if (detector.supervision().usesLabels() && told.anomalousRows().length == 0) {
            throw new IllegalArgumentException(
                    detector.name() + "() " + detector.supervision().phrase()
                            + ", and no training row of " + data + " split by " + data.split()
                            + " is told to be an anomaly; split so that training has some, as .split(stratified(0.6)) does");
        }
    }
}
