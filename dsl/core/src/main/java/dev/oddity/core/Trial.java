package dev.oddity.core;

import dev.oddity.core.evaluation.Predictions;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Partition;
import dev.oddity.reproducibility.SeedStream;
import java.util.List;

/** One seed's parts of the data, prepared. The preparation saw the training rows only; labels stay outside features. */
record Trial(
        long seed,
        FittedPreparation preparation,
        Features train,
        Features validation,
        boolean[] validationLabels,
        Features test,
        boolean[] testLabels,
        DataSummary summary) {

    static Trial of(Experiment experiment, Dataset dataset, long seed) {
        Partition parts = experiment
                .data()
                .split()
                .repetition(experiment.seeds().indexOf(seed))
                .of(dataset, new SeedStream(seed).named("split").random());
        check(experiment, dataset, parts);
        FittedPreparation preparation = experiment.data().preparation().fit(dataset, parts.train());
        Features train = preparation.transform(dataset.table(), parts.train());
        boolean[] testLabels = dataset.labels(parts.test());
        return new Trial(
                seed,
                preparation,
                train,
                preparation.transform(dataset.table(), parts.validation()),
                dataset.labels(parts.validation()),
                preparation.transform(dataset.table(), parts.test()),
                testLabels,
                DataSummary.of(dataset, parts, train.columns(), seed));
    }

    List<String> warnings() {
        return preparation.warnings();
    }

    /** What would make the run pointless is said before anything trains. */
    private static void check(Experiment experiment, Dataset dataset, Partition parts) {
        if (parts.train().length == 0) {
            throw new IllegalArgumentException(dataset.name() + " split by "
                    + experiment.data().split() + " leaves no training rows; give a larger share to training");
        }
        Predictions.requireBothKinds(dataset.labels(parts.test()));
        experiment.threshold().check(dataset.labels(parts.validation()));
    }
}
