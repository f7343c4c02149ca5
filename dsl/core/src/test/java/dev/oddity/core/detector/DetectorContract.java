package dev.oddity.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import dev.oddity.datasets.Features;
import dev.oddity.reproducibility.CanonicalJson;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

    /** Fewest columns that a row must have for this detector: more than 1 where it needs more, and refuses fewer. */
    protected int narrowest(Detector detector) {
        return 1;
    }

    @TestFactory
    Stream<DynamicNode> every_detector_keeps_the_contract() {
        Map<String, Consumer<Detector>> promises = new LinkedHashMap<>();
        promises.put("is found as a service by its name", DetectorContract::is_found_as_a_service);
        promises.put("is a value", DetectorContract::is_a_value);
        promises.put("refuses an unknown parameter", DetectorContract::refuses_an_unknown_parameter);
        promises.put("refuses a missing value with a sentence", DetectorContract::refuses_a_missing_value);
        promises.put("gives the same scores for the same seed", DetectorContract::same_seed_same_scores);
        promises.put("scores anomalies higher", DetectorContract::anomalies_score_higher);
        promises.put("scores the same after save and load", DetectorContract::save_and_load);
        promises.put("scores a row whatever stands beside it", DetectorContract::rows_are_scored_alone);
        promises.put("scores a training row as if it did not know it", DetectorContract::training_scores);
        promises.put("scores one row and none", DetectorContract::one_row_and_none);
        promises.put("scores the same from several threads", DetectorContract::several_threads);
        promises.put("fits a constant column", DetectorContract::constant_column);
        promises.put("fits equal rows", DetectorContract::equal_rows);
        promises.put("fits one narrow column", detector -> finite(detector, usual(64, narrowest(detector), 3)));
        promises.put("fits more columns than rows", detector -> finite(detector, usual(16, 40, 4)));
        promises.put("fits a single row", detector -> finite(detector, usual(1, FEATURES, 5)));
        promises.put("blames the column that is odd, if it blames any", DetectorContract::contributions);
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
        assertThat(detector.toString()).startsWith(detector.name() + "(");
    }

    private static void refuses_an_unknown_parameter(Detector detector) {
        assertThatThrownBy(() -> detector.parameters().with("no such parameter", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(detector.name() + "() has no parameter 'no such parameter'");
    }

    private static void refuses_a_missing_value(Detector detector) {
        Features rows = usual(40, FEATURES, 1);
        Features broken = usual(40, FEATURES, 1);
        broken.values()[7 * FEATURES + 3] = Float.NaN;
        String sentence = detector.name()
                + "(): row 7, column 'x3' is NaN; every number must be finite: impute missing values first";

        assertThatThrownBy(() -> detector.fit(broken, FitContext.of(42, told(detector, broken))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
        try (TrainedModel model = fit(detector, rows)) {
            assertThatThrownBy(() -> model.score(broken, new Score.ModelScore()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(sentence);
        }
    }

    private static void same_seed_same_scores(Detector detector) {
        Features rows = usual(200, FEATURES, 1);
        try (TrainedModel model = fit(detector, rows);
                TrainedModel again = fit(detector, rows)) {
            for (Score score : scores(detector)) {
                assertThat(again.score(rows, score)).as("%s", score).containsExactly(model.score(rows, score));
            }
        }
    }

    private static void anomalies_score_higher(Detector detector) {
        Features train = usual(400, FEATURES, 1);
        Features test = withAnomalies(detector, usual(200, FEATURES, 2), 20);
        try (TrainedModel model = fit(detector, train)) {
            for (Score score : scores(detector)) {
                double[] scores = model.score(test, score);

                double usual = Arrays.stream(scores, 20, 200).average().orElseThrow();
                double anomalous = Arrays.stream(scores, 0, 20).average().orElseThrow();
                assertThat(anomalous).as("%s", score).isGreaterThan(usual);
                assertThat(rocAuc(scores, 20)).as("%s", score).isGreaterThan(least(score));
            }
        }
    }

    /** Share of pairs in the right order. What a critic says of rows far out is learnt nowhere; it must not be upside down. */
    private static double least(Score score) {
        return score instanceof Score.CriticScore ? .6 : .95;
    }

    private static void save_and_load(Detector detector) {
        Features rows = usual(200, FEATURES, 1);
        try (TrainedModel model = fit(detector, rows)) {
            ModelState state = model.state();

            ModelState read =
                    new ModelState(Safetensors.read(Safetensors.write(state.tensors())), throughText(state.facts()));

            try (TrainedModel restored = detector.restore(read)) {
                for (Score score : scores(detector)) {
                    assertThat(restored.score(rows, score)).as("%s", score).containsExactly(model.score(rows, score));
                }
            }
        }
    }

    private static void several_threads(Detector detector) {
        Features rows = usual(200, FEATURES, 2);
        try (TrainedModel model = fit(detector, usual(200, FEATURES, 1))) {
            double[] scores = model.score(rows, new Score.ModelScore());

            double[] fromThreads = IntStream.range(0, 20)
                    .parallel()
                    .mapToObj(part -> model.score(rows.slice(10 * part, 10 * part + 10), new Score.ModelScore()))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();

            assertThat(fromThreads).containsExactly(scores);
        }
    }

    /** As a detector's folder keeps them. */
    private static Map<String, Object> throughText(Map<String, Object> facts) {
        return new GsonBuilder()
                .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
                .create()
                .fromJson(CanonicalJson.pretty(facts), new TypeToken<>() {});
    }

    private static void rows_are_scored_alone(Detector detector) {
        Features rows = usual(200, FEATURES, 1);
        try (TrainedModel model = fit(detector, rows)) {
            for (Score score : scores(detector)) {
                double[] together = model.score(rows, score);

                double[] alone = IntStream.range(0, rows.rows())
                        .mapToDouble(row -> model.score(rows.slice(row, row + 1), score)[0])
                        .toArray();

                assertThat(alone).as("%s, each alone", score).containsExactly(together);
                // By 1 and by 7, rows change places that are odd; by 150, the block is another.
                for (int from : new int[] {1, 7, 150}) {
                    assertThat(model.score(rows.slice(from, rows.rows()), score))
                            .as("%s, from row %d on", score, from)
                            .containsExactly(Arrays.copyOfRange(together, from, rows.rows()));
                }
            }
        }
    }

    private static void one_row_and_none(Detector detector) {
        Features rows = usual(100, FEATURES, 1);
        try (TrainedModel model = fit(detector, rows)) {
            for (Score score : scores(detector)) {
                assertThat(model.score(rows.slice(0, 1), score)).as("%s", score).hasSize(1);
                assertThat(model.score(rows.slice(0, 0), score)).as("%s", score).isEmpty();
            }
        }
    }

    private static void training_scores(Detector detector) {
        Features rows = usual(200, FEATURES, 1);
        try (TrainedModel model = fit(detector, rows)) {
            for (Score score : scores(detector)) {
                double[] scores = model.trainingScores(training(detector, rows), score);

                assertThat(scores).as("%s", score).hasSizeGreaterThanOrEqualTo(200);
                // A row that finds itself is at distance 0; the densest may be there without that.
                assertThat(Arrays.stream(scores).filter(alone -> alone == 0).count())
                        .as("%s", score)
                        .isLessThan(scores.length / 4);
                assertThat(Arrays.stream(scores)).as("%s", score).allMatch(Double::isFinite);
            }
        }
    }

    /** Columns {@code j} and {@code j + 3} move together, so that a break between them may be laid at either's door. */
    private static void contributions(Detector detector) {
        Features rows = usual(60, FEATURES, 7);
        for (int row = 0; row < rows.rows(); row++) {
            int column = row % FEATURES;
            rows.values()[row * FEATURES + column] += 9 * side(detector, column, row % 2 == 0);
        }
        try (TrainedModel model = fit(detector, usual(400, FEATURES, 1))) {
            for (Score score : scores(detector)) {
                Optional<double[]> told = model.contributions(rows, score);
                if (told.isEmpty()) {
                    continue;
                }
                double[] shares = told.get();

                assertThat(shares).as("%s", score).hasSize(rows.values().length);
                assertThat(Arrays.stream(shares)).as("%s", score).allMatch(Double::isFinite);
                long blamed = IntStream.range(0, rows.rows())
                        .filter(row -> largest(shares, row) % 3 == row % FEATURES % 3)
                        .count();
                assertThat(blamed).as("%s", score).isGreaterThan(rows.rows() * 3L / 4);
            }
        }
    }

    private static int largest(double[] shares, int row) {
        return IntStream.range(0, FEATURES)
                .reduce((a, b) -> shares[row * FEATURES + b] > shares[row * FEATURES + a] ? b : a)
                .orElseThrow();
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

        finite(detector, rows);

        assertThat(rows.values()).containsExactly(before);
    }

    private static void finite(Detector detector, Features rows) {
        try (TrainedModel model = fit(detector, rows)) {
            for (Score score : scores(detector)) {
                double[] scores = model.score(rows, score);

                assertThat(scores).as("%s", score).hasSize(rows.rows());
                assertThat(Arrays.stream(scores)).as("%s", score).allMatch(Double::isFinite);
            }
        }
    }

    private static TrainedModel fit(Detector detector, Features rows) {
        Features training = training(detector, rows);
        return detector.fit(training, FitContext.of(42, told(detector, training)));
    }

    /** The rows, and for those that learn from labels far-out rows after them. */
    private static Features training(Detector detector, Features rows) {
        if (!detector.supervision().usesLabels()) {
            return rows;
        }
        int anomalies = Math.max(1, rows.rows() / 4);
        float[] values = Arrays.copyOf(rows.values(), rows.values().length + anomalies * rows.columns());
        Features anomalous = withAnomalies(detector, usual(anomalies, rows.columns(), 8), anomalies);
        System.arraycopy(anomalous.values(), 0, values, rows.values().length, anomalous.values().length);
        return Features.of(values, rows.columns());
    }

    /** The last rows are the anomalies. */
    private static TrainingLabels told(Detector detector, Features training) {
        if (!detector.supervision().usesLabels()) {
            return TrainingLabels.none();
        }
        boolean[] labels = new boolean[training.rows()];
        Arrays.fill(labels, training.rows() - Math.max(1, training.rows() / 5), training.rows(), true);
        return TrainingLabels.all(labels);
    }

    /** One of each kind that the detector gives. */
    private static List<Score> scores(Detector detector) {
        List<Score> known = List.of(
                new Score.ModelScore(),
                new Score.ReconstructionError(),
                new Score.ReconstructionProbability(3),
                new Score.CriticScore(),
                new Score.FeatureMatching(),
                new Score.LatentSearch(50),
                new Score.Elbo(3),
                new Score.KlDivergence(),
                new Score.LatentDistance());
        List<Score> given = known.stream()
                .filter(score -> detector.scores().contains(score.getClass()))
                .toList();
        assertThat(given).as("scores with a case in this suite").hasSameSizeAs(detector.scores());
        return given;
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

    /** The same rows, the first few moved far out in all directions, or to one side for those that learn from labels. */
    private static Features withAnomalies(Detector detector, Features rows, int anomalies) {
        Random random = new Random(9);
        for (int i = 0; i < anomalies * rows.columns(); i++) {
            int side = side(detector, i % rows.columns(), random.nextBoolean());
            rows.values()[i] = (float) (side * (4 + 2 * random.nextDouble()));
        }
        return rows;
    }

    /**
     * To which side an odd number lies: whichever is drawn; where labels tell what an anomaly is, always the same, so that
     * a linear model can learn it.
     */
    private static int side(Detector detector, int column, boolean drawn) {
        boolean above = detector.supervision() == Supervision.SUPERVISED ? column % FEATURES < FEATURES / 2 : drawn;
        return above ? 1 : -1;
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
