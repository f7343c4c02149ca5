package dev.oddity.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every detector promises. A module extends this class once and names its detectors; each promise is then one test
 * per detector. Small settings keep it quick; they must still learn.
 */
public abstract class DetectorContract {

    private static final int FEATURES = 6;

    /** All detectors of the module, with settings small enough for a test. */
    protected abstract Stream<Detector> detectors();

    @TestFactory
    Stream<DynamicNode> every_detector_keeps_the_contract() {
        Map<String, Consumer<Detector>> promises = new LinkedHashMap<>();
        promises.put("is found as a service by its name", DetectorContract::is_found_as_a_service);
        promises.put("is a value", DetectorContract::is_a_value);
        promises.put("refuses an unknown parameter", DetectorContract::refuses_an_unknown_parameter);
        promises.put("gives the same scores for the same seed", DetectorContract::same_seed_same_scores);
        promises.put("scores anomalies higher", DetectorContract::anomalies_score_higher);
        promises.put("scores the same after save and load", DetectorContract::save_and_load);
        promises.put("scores a row whatever stands beside it", DetectorContract::rows_are_scored_alone);
        promises.put("scores one row and none", DetectorContract::one_row_and_none);
        promises.put("fits a constant column", DetectorContract::constant_column);
        promises.put("fits equal rows", DetectorContract::equal_rows);
        promises.put("fits one narrow column", detector -> finite(detector, usual(64, 1, 3)));
        promises.put("fits more columns than rows", detector -> finite(detector, usual(16, 40, 4)));
        promises.put("fits a single row", detector -> finite(detector, usual(1, FEATURES, 5)));
        promises.put("does not write to the rows it is given", DetectorContract::leaves_rows_alone);
        return detectors()
                .flatMap(detector -> promises.entrySet().stream()
                        .map(promise -> DynamicTest.dynamicTest(
                                detector + " " + promise.getKey(),
                                () -> promise.getValue().accept(detector))));
    }

    private static void is_found_as_a_service(Detector detector) {
        Stream<Detector> known = ServiceLoader.load(Detector.class).stream().map(ServiceLoader.Provider::get);

        assertThat(known.map(Detector::name)).contains(detector.name()).doesNotHaveDuplicates();
    }

    private static void is_a_value(Detector detector) {
        Detector copy = detector.with(detector.parameters());

        assertThat(copy).isEqualTo(detector).hasSameHashCodeAs(detector).hasToString(detector.toString());
        assertThat(detector.toString()).startsWith(detector.name() + "()");
    }

    private static void refuses_an_unknown_parameter(Detector detector) {
        assertThatThrownBy(() -> detector.parameters().with("no such parameter", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(detector.name() + "() has no parameter 'no such parameter'");
    }

    private static void same_seed_same_scores(Detector detector) {
        Features rows = usual(200, FEATURES, 1);

        assertThat(scores(detector, rows, rows, 42)).containsExactly(scores(detector, rows, rows, 42));
    }

    private static void anomalies_score_higher(Detector detector) {
        Features train = usual(400, FEATURES, 1);
        Features test = withAnomalies(usual(200, FEATURES, 2), 20);

        double[] scores = scores(detector, train, test, 42);

        double usual = Arrays.stream(scores, 20, 200).average().orElseThrow();
        double anomalous = Arrays.stream(scores, 0, 20).average().orElseThrow();
        assertThat(anomalous).isGreaterThan(usual);
        assertThat(rocAuc(scores, 20)).isGreaterThan(.95);
    }

    private static void save_and_load(Detector detector) {
        Features rows = usual(200, FEATURES, 1);
        try (TrainedModel model = detector.fit(rows, FitContext.of(42))) {
            ModelState state = model.state();

            ModelState read = new ModelState(Safetensors.read(Safetensors.write(state.tensors())), state.facts());

            try (TrainedModel restored = detector.restore(read)) {
                assertThat(restored.score(rows, new Score.ModelScore()))
                        .containsExactly(model.score(rows, new Score.ModelScore()));
            }
        }
    }

    private static void rows_are_scored_alone(Detector detector) {
        Features rows = usual(200, FEATURES, 1);
        try (TrainedModel model = detector.fit(rows, FitContext.of(42))) {
            double[] together = model.score(rows, new Score.ModelScore());

            double[] alone = model.score(rows.slice(7, 8), new Score.ModelScore());

            double slack = detector.portable() ? 1e-9 : 1e-4;
            assertThat(alone[0]).isCloseTo(together[7], within(slack * Math.max(1, Math.abs(together[7]))));
        }
    }

    private static void one_row_and_none(Detector detector) {
        Features rows = usual(100, FEATURES, 1);
        try (TrainedModel model = detector.fit(rows, FitContext.of(42))) {
            assertThat(model.score(rows.slice(0, 1), new Score.ModelScore())).hasSize(1);
            assertThat(model.score(rows.slice(0, 0), new Score.ModelScore())).isEmpty();
        }
    }

    private static void constant_column(Detector detector) {
        Features rows = usual(100, FEATURES, 1);
        for (int row = 0; row < rows.rows(); row++) {
            rows.values()[row * FEATURES] = 1;
        }
        finite(detector, rows);
    }

    private static void equal_rows(Detector detector) {
        float[] values = new float[50 * FEATURES];
        Arrays.fill(values, .5f);
        finite(detector, Features.of(values, FEATURES));
    }

    private static void leaves_rows_alone(Detector detector) {
        Features rows = usual(100, FEATURES, 1);
        float[] before = rows.values().clone();

        scores(detector, rows, rows, 42);

        assertThat(rows.values()).containsExactly(before);
    }

    private static void finite(Detector detector, Features rows) {
        double[] scores = scores(detector, rows, rows, 42);

        assertThat(scores).hasSize(rows.rows());
        assertThat(Arrays.stream(scores)).allMatch(Double::isFinite);
    }

    private static double[] scores(Detector detector, Features train, Features test, long seed) {
        try (TrainedModel model = detector.fit(train, FitContext.of(seed))) {
            return model.score(test, new Score.ModelScore());
        }
    }

    /** Rows near a plane: half the columns are mixtures of the other half, so that there is something to learn. */
    private static Features usual(int rows, int columns, long seed) {
        Random random = new Random(seed);
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = row * columns + column;
                values[at] = (float)
                        (column < (columns + 1) / 2
                                ? random.nextGaussian()
                                : .8 * values[at - columns / 2] + .2 * random.nextGaussian());
            }
        }
        return Features.of(values, columns);
    }

    /** The same rows, the first few moved far out in all directions. */
    private static Features withAnomalies(Features rows, int anomalies) {
        Random random = new Random(9);
        for (int i = 0; i < anomalies * rows.columns(); i++) {
            rows.values()[i] = (float) ((random.nextBoolean() ? 1 : -1) * (4 + 2 * random.nextDouble()));
        }
        return rows;
    }

    /** Share of (anomaly, usual) pairs in the right order, ties half; anomalies stand first. */
    private static double rocAuc(double[] scores, int anomalies) {
        double right = 0;
        for (int i = 0; i < anomalies; i++) {
            for (int j = anomalies; j < scores.length; j++) {
                right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? .5 : 0;
            }
        }
        return right / anomalies / (scores.length - anomalies);
    }
}
