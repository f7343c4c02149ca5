package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static dev.oddity.datasets.Preparations.impute;
import static dev.oddity.datasets.Preparations.median;
import static dev.oddity.datasets.Preparations.passthrough;
import static dev.oddity.datasets.Splits.kFold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.reproducibility.CanonicalJson;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class TrialTest {

    @Test
    void the_seeds_walk_the_folds_so_that_each_row_is_tested_once() {
        Experiment plan = experiment("folds")
                .data(toy().split(kFold(4)).prepare(passthrough()))
                .model(new ToyDetector())
                .seeds(4)
                .plan();
        Dataset data = plan.data().load();

        double[] tested = plan.seeds().stream()
                .map(seed -> Trial.of(plan, data, seed).test())
                .flatMapToDouble(test -> IntStream.range(0, test.rows()).mapToDouble(row -> test.at(row, 0)))
                .sorted()
                .toArray();

        double[] all = Arrays.stream(data.table().doubleColumn("x").asDoubleArray())
                .map(x -> (float) x)
                .sorted()
                .toArray();
        assertThat(tested).isEqualTo(all);
    }

    @Test
    void every_step_of_a_preparation_outlives_saving(@TempDir Path folder) {
        try (FittedDetector detector = experiment("kept")
                .data(toy().prepare(impute(median().indicator())
                        .oneHot()
                        .rare(0.1)
                        .logScale()
                        .standard()
                        .clip(5)
                        .whiten(2)))
                .model(new ToyDetector())
                .fit()) {
            Table rows = toy().load().table();
            detector.save(folder.resolve("kept"));

            try (FittedDetector loaded = FittedDetector.load(folder.resolve("kept"))) {
                assertThat(loaded.score(rows)).containsExactly(detector.score(rows));
            }
        }
    }

    @Test
    void the_tree_of_a_fitted_preparation_is_one_that_json_can_hold() {
        Dataset data = toy().load();
        FittedPreparation fitted = impute(median())
                .standard()
                .whiten(1)
                .fit(data, IntStream.range(0, 50).toArray());

        assertThat(CanonicalJson.of(fitted.state()))
                .startsWith("{\"columns\":[{\"cells\":\"NUMBER\",\"indicator\":false,\"kind\":\"number\"");
    }
}
