package dev.oddity.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.datasets.Windows;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeriesMetricsTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final String EVERY_CASE = "dev.oddity.core.evaluation.SeriesReference#everyCase";

    private static final List<Metric> ALL = List.of(
            SeriesMetrics.pointAdjustedF1(),
            SeriesMetrics.bestPointAdjustedF1(),
            SeriesMetrics.affiliationPrecision(),
            SeriesMetrics.affiliationRecall(),
            SeriesMetrics.affiliationF1(),
            SeriesMetrics.rangePrecision(),
            SeriesMetrics.rangeRecall(),
            SeriesMetrics.rangeRecall(.2),
            SeriesMetrics.rangeF1(),
            SeriesMetrics.rangeF1(.2),
            SeriesMetrics.vusRoc(),
            SeriesMetrics.vusRoc(10),
            SeriesMetrics.vusPr(),
            SeriesMetrics.vusPr(10),
            SeriesMetrics.nabScore(),
            SeriesMetrics.nabScoreLowFp(),
            SeriesMetrics.nabScoreLowFn(),
            SeriesMetrics.detectionDelay());

    @ParameterizedTest
    @MethodSource(EVERY_CASE)
    void point_adjusted_f1_equals_the_published_adjustment(SeriesReference.Case given) {
        assertThat(SeriesMetrics.pointAdjustedF1().of(given.predictions())).isCloseTo(given.pointAdjustedF1(), EXACT);
        assertThat(SeriesMetrics.bestPointAdjustedF1().of(given.predictions()))
                .isCloseTo(given.bestPointAdjustedF1(), EXACT);
    }

    @ParameterizedTest
    @MethodSource(EVERY_CASE)
    void affiliation_equals_its_authors_program_and_is_0_where_that_has_none(SeriesReference.Case given) {
        SeriesReference.Pair said = given.affiliation() == null ? new SeriesReference.Pair(0, 0) : given.affiliation();

        assertThat(SeriesMetrics.affiliationPrecision().of(given.predictions())).isCloseTo(said.precision(), EXACT);
        assertThat(SeriesMetrics.affiliationRecall().of(given.predictions())).isCloseTo(said.recall(), EXACT);
        assertThat(SeriesMetrics.affiliationF1().of(given.predictions())).isCloseTo(f1(said), EXACT);
    }

    @ParameterizedTest
    @MethodSource(EVERY_CASE)
    void ranges_equal_their_authors_program(SeriesReference.Case given) {
        SeriesReference.Pair rewarded = given.rangesWithExistence();

        assertThat(SeriesMetrics.rangePrecision().of(given.predictions()))
                .isCloseTo(given.ranges().precision(), EXACT);
        assertThat(SeriesMetrics.rangeRecall().of(given.predictions()))
                .isCloseTo(given.ranges().recall(), EXACT);
        assertThat(SeriesMetrics.rangeF1().of(given.predictions())).isCloseTo(f1(given.ranges()), EXACT);
        assertThat(SeriesMetrics.rangeRecall(.25).of(given.predictions())).isCloseTo(rewarded.recall(), EXACT);
        assertThat(SeriesMetrics.rangeF1(.25).of(given.predictions())).isCloseTo(f1(rewarded), EXACT);
    }

    @ParameterizedTest
    @MethodSource(EVERY_CASE)
    void volumes_equal_their_authors_program(SeriesReference.Case given) {
        for (SeriesReference.Volume said : given.volumes()) {
            assertThat(SeriesMetrics.vusRoc(said.buffer()).of(given.predictions()))
                    .as("ROC, buffer %d", said.buffer())
                    .isCloseTo(said.roc(), EXACT);
            assertThat(SeriesMetrics.vusPr(said.buffer()).of(given.predictions()))
                    .as("PR, buffer %d", said.buffer())
                    .isCloseTo(said.pr(), EXACT);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_CASE)
    void nab_scores_equal_the_benchmarks_scorer(SeriesReference.Case given) {
        assertThat(SeriesMetrics.nabScore().of(given.predictions()))
                .isCloseTo(given.nab().get("standard"), within(1e-10));
        assertThat(SeriesMetrics.nabScoreLowFp().of(given.predictions()))
                .isCloseTo(given.nab().get("reward_low_FP_rate"), within(1e-10));
        assertThat(SeriesMetrics.nabScoreLowFn().of(given.predictions()))
                .isCloseTo(given.nab().get("reward_low_FN_rate"), within(1e-10));
    }

    @Test
    void without_a_buffer_the_volume_takes_the_median_length_of_the_anomalies() {
        SeriesReference.Case given = SeriesReference.everyCase().get(0);
        // Anomalies of 20, 5, 28 and 4 points: the median is 12.
        assertThat(given.anomalies()).hasDimensions(4, 2);

        assertThat(SeriesMetrics.vusPr().of(given.predictions()))
                .isEqualTo(SeriesMetrics.vusPr(12).of(given.predictions()));
        assertThat(SeriesMetrics.vusRoc().of(given.predictions()))
                .isEqualTo(SeriesMetrics.vusRoc(12).of(given.predictions()));
    }

    @Test
    void a_missed_anomaly_is_as_late_as_it_is_long() {
        Predictions found = series("..###...####..", "....|...|.....");
        Predictions missed = series("..###...####..", "....|..|....|.");
        Predictions silent = series("..###...####..", "..............");

        assertThat(SeriesMetrics.detectionDelay().of(found)).isEqualTo((2 + 0) / 2.0);
        assertThat(SeriesMetrics.detectionDelay().of(missed)).isEqualTo((2 + 4) / 2.0);
        assertThat(SeriesMetrics.detectionDelay().of(silent)).isEqualTo((3 + 4) / 2.0);
    }

    /** In a published table a random score comes near to the best models once points are adjusted. */
    @Test
    void a_random_score_reaches_a_high_adjusted_f1_and_a_low_range_f1() {
        Random random = new Random(1);
        double[] scores = random.doubles(10_000).toArray();
        boolean[] labels = new boolean[10_000];
        for (int point = 0; point < 500; point++) {
            labels[2_000 + point] = true;
            labels[7_000 + point] = true;
        }
        Predictions chance = new Predictions(scores, labels, .995).withTimeline(inOrder(labels));

        assertThat(Metrics.f1().of(chance)).isLessThan(.02);
        assertThat(SeriesMetrics.rangeF1().of(chance)).isLessThan(.02);
        assertThat(SeriesMetrics.pointAdjustedF1().of(chance)).isGreaterThan(.95);
        assertThat(SeriesMetrics.pointAdjustedF1().caveat())
                .contains("random scores reach high values")
                .isEqualTo(SeriesMetrics.bestPointAdjustedF1().caveat());
        assertThat(SeriesMetrics.pointAdjustedF1().label()).contains("optimistic");
    }

    @Test
    void a_window_of_one_point_has_no_closely_behind() {
        // Null −1, perfect 1; the window is found, one false alarm behind it costs .11 in full.
        assertThat(SeriesMetrics.nabScore().of(series(".#....", ".||...")))
                .isCloseTo(100 * (1 - .11 + 1) / 2, within(1e-10));
    }

    @Test
    void two_series_count_together_and_nothing_reaches_over_the_gap() {
        boolean[] labels = {false, true, true, /* gap */ true, false, false};
        double[] scores = {0, 0, 1, 0, 0, 1};
        int[] places = {0, 1, 2, 7, 8, 9};
        Predictions predictions = new Predictions(scores, labels, .5).withTimeline(Timeline.ofPoints(places, labels));

        // Two anomalies: [1, 2], half found, and [7], missed; two alarms, one right.
        assertThat(SeriesMetrics.rangeRecall().of(predictions)).isEqualTo((.5 + 0) / 2);
        assertThat(SeriesMetrics.rangePrecision().of(predictions)).isEqualTo((1 + 0) / 2.0);
        assertThat(SeriesMetrics.detectionDelay().of(predictions)).isEqualTo((1 + 1) / 2.0);
        assertThat(SeriesMetrics.pointAdjustedF1().of(predictions)).isEqualTo(2 * 2 / (2 * 2 + 1 + 1.0));
    }

    @Test
    void no_stretch_reaches_from_one_series_seen_through_windows_into_the_next() {
        int[] rows = {4, 5, 6, 7, 8, 9};
        boolean[] labels = {false, false, true, true, true, false};
        double[] scores = {0, 0, 1, 1, 0, 1};
        Predictions one =
                new Predictions(scores, labels, .5).withTimeline(Timeline.ofWindows(new Windows(1, 1), rows, labels));
        Predictions two = new Predictions(scores, labels, .5)
                .withTimeline(Timeline.ofWindows(new Windows(1, 1, List.of(3, 8, 12)), rows, labels));

        assertThat(SeriesMetrics.rangeRecall().of(one)).isEqualTo(2 / 3.0);
        assertThat(SeriesMetrics.rangeRecall().of(two)).isEqualTo((1 + 0) / 2.0);
    }

    @Test
    void points_that_no_window_holds_are_not_judged() {
        int[] rows = {0, 1, 2, 3, 4, 5, 6};
        boolean[] labels = {false, false, true, true, false, false, true};
        // Windows of two points at 0, 2 and 4; point 6 is in none.
        Predictions windows = new Predictions(new double[] {0, 1, 0}, new boolean[] {false, true, false}, .5)
                .withTimeline(Timeline.ofWindows(new Windows(2, 2), rows, labels));

        assertThat(SeriesMetrics.rangeRecall().of(windows)).isEqualTo(1);
        assertThat(SeriesMetrics.rangePrecision().of(windows)).isEqualTo(1);
    }

    @Test
    void the_order_of_rows_does_not_matter_where_places_tell_the_order_of_time() {
        boolean[] labels = {true, false, false, true, false};
        double[] scores = {.9, .1, .7, .2, .3};
        int[] places = {3, 0, 4, 2, 1};
        Predictions shuffled = new Predictions(scores, labels, .5).withTimeline(Timeline.ofPoints(places, labels));
        boolean[] sortedLabels = {false, false, true, true, false};
        Predictions sorted = new Predictions(new double[] {.1, .3, .2, .9, .7}, sortedLabels, .5)
                .withTimeline(inOrder(sortedLabels));

        for (Metric metric : ALL) {
            assertThat(metric.of(shuffled)).as(metric.key()).isEqualTo(metric.of(sorted));
        }
    }

    @Test
    void data_without_an_order_of_time_are_refused_before_training() {
        TestPart rows = new TestPart("toy split by holdout(0.5)", 100, false);
        TestPart series = new TestPart("wave split by temporal(0.5)", 100, true);

        for (Metric metric : ALL) {
            assertThatThrownBy(() -> metric.check(rows))
                    .hasMessage(
                            metric + " judges points in the order of time, and toy split by holdout(0.5) has none; if"
                                    + " its rows are a series, split it with .split(temporal(0.6)) or see it through .windows(64),"
                                    + " else leave " + metric + " out");
            assertThatCode(() -> metric.check(series)).doesNotThrowAnyException();
        }
    }

    @Test
    void predictions_without_an_order_of_time_are_refused() {
        assertThatThrownBy(() -> SeriesMetrics.rangeF1()
                        .of(new Predictions(new double[] {1, 2}, new boolean[] {false, true}, 0)))
                .hasMessage("these predictions have no order of time, and a series is judged in it; give it with"
                        + " .withTimeline(..)");
        assertThatThrownBy(() -> new Predictions(new double[] {1, 2}, new boolean[] {false, true}, 0)
                        .withTimeline(inOrder(new boolean[3])))
                .hasMessage("2 scores but a timeline of 3 examples: give one score per example");
    }

    @Test
    void parameters_out_of_range_are_refused_with_the_rule() {
        assertThatThrownBy(() -> SeriesMetrics.rangeF1(1.5))
                .hasMessage("rangeF1(1.5): the weight of noticing an anomaly at all must be at least 0 and at most 1,"
                        + " such as rangeF1(0.2)");
        assertThatThrownBy(() -> SeriesMetrics.vusPr(-1))
                .hasMessage(
                        "vusPr(-1): the buffer is a number of points, at least 0, such as the period of the series");
    }

    @Test
    void they_are_values_that_read_like_the_sentence() {
        assertThat(ALL)
                .extracting(Metric::toString)
                .containsExactly(
                        "pointAdjustedF1()",
                        "bestPointAdjustedF1()",
                        "affiliationPrecision()",
                        "affiliationRecall()",
                        "affiliationF1()",
                        "rangePrecision()",
                        "rangeRecall()",
                        "rangeRecall(0.2)",
                        "rangeF1()",
                        "rangeF1(0.2)",
                        "vusRoc()",
                        "vusRoc(10)",
                        "vusPr()",
                        "vusPr(10)",
                        "nabScore()",
                        "nabScoreLowFp()",
                        "nabScoreLowFn()",
                        "detectionDelay()");
        assertThat(ALL).extracting(Metric::label).doesNotHaveDuplicates();
        assertThat(ALL).extracting(Metric::key).doesNotHaveDuplicates().contains("rangeF1", "rangeF1(0.2)");
        assertThat(SeriesMetrics.vusPr(10)).isEqualTo(SeriesMetrics.vusPr(10)).isNotEqualTo(SeriesMetrics.vusPr());
        assertThat(ALL).filteredOn(metric -> !metric.higherIsBetter()).containsExactly(SeriesMetrics.detectionDelay());
    }

    /** {@code #} is an anomalous point, {@code |} one that is called. */
    private static Predictions series(String truth, String alarms) {
        boolean[] labels = new boolean[truth.length()];
        double[] scores = new double[truth.length()];
        for (int point = 0; point < labels.length; point++) {
            labels[point] = truth.charAt(point) == '#';
            scores[point] = alarms.charAt(point) == '|' ? 1 : 0;
        }
        return new Predictions(scores, labels, .5).withTimeline(inOrder(labels));
    }

    private static Timeline inOrder(boolean[] labels) {
        return Timeline.ofPoints(IntStream.range(0, labels.length).toArray(), labels);
    }

    private static double f1(SeriesReference.Pair pair) {
        return pair.precision() + pair.recall() == 0
                ? 0
                : 2 * pair.precision() * pair.recall() / (pair.precision() + pair.recall());
    }
}
