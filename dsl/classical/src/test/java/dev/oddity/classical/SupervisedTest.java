package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.datasets.Features;
import dev.oddity.reproducibility.SeedStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.classification.Label;
import org.tribuo.common.liblinear.LibLinearModel;
import org.tribuo.common.xgboost.XGBoostModel;

/** Detectors that learn from labels against scikit-learn 1.2.1, see {@code supervised.py}, and against Tribuo itself. */
class SupervisedTest {

    private static final Score MODEL_SCORE = new Score.ModelScore();
    private static final Fixture TRAIN = Fixture.read("supervised_train.csv");
    private static final Fixture TEST = Fixture.read("supervised_test.csv");
    private static final Features ROWS = TRAIN.leading(10);
    private static final Features NEW_ROWS = TEST.leading(10);

    static Stream<Arguments> logistic() {
        return Stream.of(
                Arguments.of(new LogisticRegression(), "logistic"),
                Arguments.of(new LogisticRegression().cost(.1), "logistic_cost_0.1"),
                Arguments.of(new LogisticRegression().balanced(true), "logistic_balanced"));
    }

    @ParameterizedTest
    @MethodSource("logistic")
    void the_log_odds_of_a_logistic_regression_are_those_of_scikit_learn(Detector detector, String reference) {
        assertThat(scores(detector)).containsExactly(TEST.column(reference), within(1e-4));
    }

    @Test
    void a_small_intercept_costs_little_against_scikit_learns_default_solver() {
        double ours = rocAuc(scores(new LogisticRegression()));

        assertThat(ours).isCloseTo(rocAuc(TEST.column("logistic_lbfgs")), within(.001));
    }

    static Stream<Arguments> trees() {
        return Stream.of(
                Arguments.of(new RandomForest().trees(500), "forest"),
                Arguments.of(new RandomForest().trees(500).balanced(true), "forest_balanced"),
                Arguments.of(new XgBoost(), "boosted"),
                Arguments.of(new XgBoost().balanced(true), "boosted"));
    }

    @ParameterizedTest
    @MethodSource("trees")
    void trees_rank_rows_as_well_as_those_of_scikit_learn(Detector detector, String reference) {
        assertThat(rocAuc(scores(detector))).isCloseTo(rocAuc(TEST.column(reference)), within(.01));
    }

    @Test
    void a_forests_probabilities_are_near_those_of_scikit_learn() {
        int trees = 500;
        double half = .5 / trees;

        double[] probabilities = Arrays.stream(scores(new RandomForest().trees(trees)))
                .map(score -> 1 / (1 + Math.exp(-score)))
                .map(share -> share * (1 + 2 * half) - half)
                .toArray();

        double[] reference = TEST.column("forest");
        double difference = IntStream.range(0, reference.length)
                .mapToDouble(row -> Math.abs(probabilities[row] - reference[row]))
                .average()
                .orElseThrow();
        assertThat(difference).isLessThan(.02);
        assertThat(Arrays.stream(probabilities)).allMatch(p -> p > -1e-9 && p < 1 + 1e-9);
    }

    @Test
    void boosted_trees_of_plain_numbers_give_the_odds_that_xgboosts_own_library_predicts() {
        XgBoost detector = new XgBoost().rounds(30);
        LabelledRows rows = LabelledRows.of(ROWS, detector.parameters(), "", context());

        double[] ours = detector.fit(ROWS, context()).score(NEW_ROWS, MODEL_SCORE);

        XGBoostModel<Label> tribuo =
                detector.train(rows, new SeedStream(42).named("xgboost").seed());
        double[] odds = tribuo
                .predict(new LabelledRows(NEW_ROWS, new int[0], new boolean[NEW_ROWS.rows()], false).unweighted())
                .stream()
                .map(prediction -> prediction.getOutputScores())
                .mapToDouble(shares -> Math.log(
                        shares.get("anomaly").getScore() / shares.get("normal").getScore()))
                .toArray();
        assertThat(ours).containsExactly(odds, within(1e-3));
    }

    @Test
    void logistic_odds_are_those_that_tribuo_predicts() {
        LogisticRegression detector = new LogisticRegression();
        LabelledRows rows = LabelledRows.of(ROWS, detector.parameters(), "", context());

        double[] ours = detector.fit(ROWS, context()).score(NEW_ROWS, MODEL_SCORE);

        LibLinearModel<Label> tribuo = detector.train(rows);
        double[] shares = tribuo
                .predict(new LabelledRows(NEW_ROWS, new int[0], new boolean[NEW_ROWS.rows()], false).unweighted())
                .stream()
                .mapToDouble(prediction ->
                        prediction.getOutputScores().get("anomaly").getScore())
                .toArray();
        assertThat(Arrays.stream(ours).map(score -> 1 / (1 + Math.exp(-score))).toArray())
                .containsExactly(shares, within(1e-9));
    }

    @Test
    void contributions_of_a_logistic_regression_add_up_to_its_log_odds_but_for_a_constant() {
        TrainedModel model = new LogisticRegression().fit(ROWS, context());

        double[] shares = model.contributions(ROWS, MODEL_SCORE).orElseThrow();

        double[] scores = model.score(ROWS, MODEL_SCORE);
        double[] rest = IntStream.range(0, ROWS.rows())
                .mapToDouble(row -> scores[row]
                        - Arrays.stream(shares, row * 10, row * 10 + 10).sum())
                .toArray();
        double atTheMean = Arrays.stream(scores).average().orElseThrow();
        assertThat(rest).containsOnly(new double[] {atTheMean}, within(1e-9));
    }

    @Test
    void a_forest_scores_training_rows_by_trees_that_did_not_see_them() {
        TrainedModel model = new RandomForest().fit(ROWS, context());

        double asNew = rocAuc(model.trainingScores(ROWS, MODEL_SCORE), TRAIN);

        assertThat(rocAuc(model.score(ROWS, MODEL_SCORE), TRAIN)).isEqualTo(1);
        assertThat(asNew).isBetween(.95, .999);
    }

    static List<Detector> detectors() {
        return List.of(new LogisticRegression(), new RandomForest().trees(20), new XgBoost().rounds(20));
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void threads_change_no_bit(Detector detector) throws Exception {
        ForkJoinPool alone = new ForkJoinPool(1);
        ForkJoinPool many = new ForkJoinPool(5);
        try {
            double[] one = alone.submit(() -> scores(detector)).get();
            double[] five = many.submit(() -> scores(detector)).get();

            assertThat(five).containsExactly(one);
        } finally {
            alone.shutdown();
            many.shutdown();
        }
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void rows_of_one_kind_are_refused(Detector detector) {
        boolean[] all = new boolean[250];
        Arrays.fill(all, true);

        assertThatThrownBy(() -> detector.fit(ROWS, FitContext.of(1)))
                .hasMessage(
                        detector.name() + "() learns from labels, and none of the 250 rows it was given is told to be"
                                + " an anomaly; it needs some of both kinds");
        assertThatThrownBy(() -> detector.fit(ROWS, FitContext.of(1, TrainingLabels.all(all))))
                .hasMessage(
                        detector.name() + "() learns from labels, and every one of the 250 rows it was given is told"
                                + " to be an anomaly; it needs some of both kinds");
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void what_they_kept_of_tribuo_is_its_provenance(Detector detector) {
        String first = provenance(detector);

        assertThat(first).contains("org.tribuo.classification.", "num-examples = 250", "tribuo-version = 4.3.2");
        assertThat(provenance(detector)).isEqualTo(first);
    }

    @Test
    void a_file_whose_trees_lead_nowhere_is_refused() {
        ModelState state = new XgBoost().rounds(2).fit(ROWS, context()).state();
        Map<String, Tensor> tensors = new HashMap<>(state.tensors());
        tensors.put("rights", Tensor.of(new double[state.tensor("rights").doubles().length]));

        assertThatThrownBy(() -> new XgBoost().restore(new ModelState(tensors, Map.of())))
                .hasMessage("the trees in this model's file are broken: a node leads to no other; take the file from"
                        + " where it was saved again");
    }

    @Test
    void parameters_of_another_detector_are_refused() {
        assertThatThrownBy(() -> new RandomForest().with(new XgBoost().rounds(3).parameters()))
                .hasMessage("randomForest() cannot take the parameters of xgboost().rounds(3); change those of"
                        + " randomForest() itself");
    }

    private static String provenance(Detector detector) {
        return detector.fit(ROWS, context()).facts().get("provenance").toString();
    }

    private static double[] scores(Detector detector) {
        return detector.fit(ROWS, context()).score(NEW_ROWS, MODEL_SCORE);
    }

    private static FitContext context() {
        return FitContext.of(42, TrainingLabels.all(anomalies(TRAIN)));
    }

    private static boolean[] anomalies(Fixture fixture) {
        double[] column = fixture.column("anomaly");
        boolean[] anomalies = new boolean[column.length];
        for (int row = 0; row < column.length; row++) {
            anomalies[row] = column[row] == 1;
        }
        return anomalies;
    }

    private static double rocAuc(double[] scores) {
        return rocAuc(scores, TEST);
    }

    private static double rocAuc(double[] scores, Fixture truth) {
        return Metrics.rocAuc().of(new Predictions(scores, anomalies(truth), 0));
    }
}
