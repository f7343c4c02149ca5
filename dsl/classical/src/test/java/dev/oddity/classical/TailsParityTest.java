package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our scores against those of PyOD 3.6.5, scikit-learn 1.2.1 and NumPy on real rows; see {@code tails.py}. */
class TailsParityTest {

    private static final Score MODEL_SCORE = new Score.ModelScore();
    private static final Features TRAIN = Fixture.read("train.csv").features();
    private static final Features TEST = Fixture.read("test.csv").features();

    static Stream<Arguments> newRows() {
        return Stream.of(
                Arguments.of(new Ecod(), "ecod", 1e-9),
                Arguments.of(new Copod(), "copod", 1e-9),
                Arguments.of(new Hbos(), "hbos", 1e-9),
                Arguments.of(new Hbos().bins(7).alpha(.3).tolerance(.1), "hbos_7_bins", 1e-9),
                Arguments.of(new Iqr(), "iqr_max", 1e-9),
                Arguments.of(new Iqr().combine("mean"), "iqr_mean", 1e-9),
                Arguments.of(new Kde().bandwidth(.5), "kde_0.5", 1e-9),
                Arguments.of(new Kde().bandwidth(.5), "kde_0.5_scikit_learn", 1e-3),
                Arguments.of(new Kde(), "kde_scott", 1e-9),
                Arguments.of(new Kde(), "kde_scott_scikit_learn", 1e-3),
                Arguments.of(new Kde().rule("silverman"), "kde_silverman", 1e-9));
    }

    @ParameterizedTest
    @MethodSource("newRows")
    void new_rows_score_as_in_the_reference(Detector detector, String reference, double tolerance) {
        double[] scores = detector.fit(TRAIN, FitContext.of(42)).score(TEST, MODEL_SCORE);

        assertThat(scores).containsExactly(Fixture.read("tails_scores.csv").column(reference), within(tolerance));
    }

    static Stream<Arguments> trainingRows() {
        return Stream.of(
                Arguments.of(new Ecod(), "ecod"),
                Arguments.of(new Copod(), "copod"),
                Arguments.of(new Hbos(), "hbos"),
                Arguments.of(new Hbos().bins(7).alpha(.3).tolerance(.1), "hbos_7_bins"),
                Arguments.of(new Kde().bandwidth(.5), "kde_0.5"));
    }

    @ParameterizedTest
    @MethodSource("trainingRows")
    void training_rows_score_as_in_the_reference(Detector detector, String reference) {
        double[] scores = detector.fit(TRAIN, FitContext.of(42)).trainingScores(TRAIN, MODEL_SCORE);

        assertThat(scores)
                .containsExactly(Fixture.read("tails_training_scores.csv").column(reference), within(1e-9));
    }

    static Stream<Arguments> tiedRows() {
        return Stream.of(
                Arguments.of(new Ecod(), "ecod_tied"),
                Arguments.of(new Copod(), "copod_tied"),
                Arguments.of(new Hbos(), "hbos_tied"));
    }

    @ParameterizedTest
    @MethodSource("tiedRows")
    void training_rows_full_of_ties_score_as_in_the_reference(Detector detector, String reference) {
        Features train = rounded(TRAIN);

        double[] scores = detector.fit(train, FitContext.of(42)).trainingScores(train, MODEL_SCORE);

        assertThat(scores)
                .containsExactly(Fixture.read("tails_training_scores.csv").column(reference), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("tailDetectors")
    void new_rows_full_of_ties_score_as_in_the_reference(Detector detector) {
        TrainedModel model = detector.fit(rounded(TRAIN), FitContext.of(42));

        assertThat(model.score(rounded(TEST), MODEL_SCORE))
                .containsExactly(Fixture.read("tails_scores.csv").column(detector.name() + "_tied"), within(1e-9));
    }

    static Stream<Detector> tailDetectors() {
        return Stream.of(new Ecod(), new Copod());
    }

    @Test
    void columns_of_given_projections_are_blamed_by_welchs_t_as_scipy_has_it() {
        double[] weights = Arrays.stream(Fixture.read("loda_weights.csv").rows())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        Loda loda = new Loda().bins(12);

        TrainedModel model = loda.restore(loda.learn(TRAIN, TRAIN, weights));

        double[] expected = Arrays.stream(Fixture.read("loda_blame.csv").rows())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        assertThat(model.contributions(TEST, MODEL_SCORE).orElseThrow()).containsExactly(expected, within(1e-6));
    }

    @Test
    void histograms_of_given_projections_score_as_in_the_reference() {
        double[] weights = Arrays.stream(Fixture.read("loda_weights.csv").rows())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        Loda loda = new Loda().bins(12);

        ModelState state = loda.learn(TRAIN, TRAIN, weights);

        TrainedModel model = loda.restore(state);
        assertThat(model.score(TEST, MODEL_SCORE))
                .containsExactly(Fixture.read("tails_scores.csv").column("loda_12_bins"), within(1e-9));
        assertThat(model.trainingScores(TRAIN, MODEL_SCORE))
                .containsExactly(Fixture.read("tails_training_scores.csv").column("loda_12_bins"), within(1e-9));
    }

    @Test
    void as_many_bins_are_taken_as_a_search_with_numpy_finds_best() {
        double[] expected = Fixture.read("bin_counts.csv").rows()[0];

        double[] counts = new double[expected.length];
        Arrays.setAll(counts, column -> BinCount.of(skewed(column)));

        assertThat(counts).containsExactly(expected);
    }

    private static double[] skewed(int column) {
        double[] numbers = new double[TRAIN.rows()];
        Arrays.setAll(numbers, row -> Math.exp(TRAIN.at(row, column)));
        Arrays.sort(numbers);
        return numbers;
    }

    private static Features rounded(Features rows) {
        float[] values = rows.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.rint(values[i]);
        }
        return Features.of(values, rows.columns());
    }
}
