package dev.oddity.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThresholdsTest {

    private static final double[] NONE = {};
    private static final double[] TENTHS =
            IntStream.rangeClosed(0, 10).mapToDouble(i -> i / 10.0).toArray();

    @Test
    void quantiles_interpolate_as_numpy_does() {
        SecondOpinion.Quantiles expected = SecondOpinion.read().quantiles();
        CalibrationScores scores = new CalibrationScores(expected.values(), NONE, new boolean[0]);

        for (int i = 0; i < expected.q().length; i++) {
            assertThat(Thresholds.quantile(expected.q()[i]).fit(scores).value())
                    .as("q %s", expected.q()[i])
                    .isCloseTo(expected.quantiles()[i], within(1e-12));
        }
    }

    @Test
    void contamination_calls_its_share_of_the_validation_rows() {
        double[] validation = IntStream.range(0, 1000).mapToDouble(i -> i).toArray();

        Threshold.Cut cut =
                Thresholds.contamination(0.05).fit(new CalibrationScores(TENTHS, validation, new boolean[1000]));

        assertThat(cut.basis()).isEqualTo("validation scores");
        assertThat(IntStream.range(0, 1000).filter(i -> validation[i] > cut.value()))
                .hasSize(50);
    }

    @Test
    void contamination_uses_training_scores_where_there_is_no_validation() {
        Threshold.Cut cut = Thresholds.contamination(0.1).fit(new CalibrationScores(TENTHS, NONE, new boolean[0]));

        assertThat(cut.basis()).isEqualTo("training scores");
        assertThat(cut.value()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void quantile_uses_training_scores_even_where_there_is_validation() {
        Threshold.Cut cut = Thresholds.quantile(1)
                .fit(new CalibrationScores(TENTHS, new double[] {7, 8}, new boolean[] {false, true}));

        assertThat(cut).isEqualTo(new Threshold.Cut(1, "training scores"));
    }

    @ParameterizedTest
    @MethodSource("dev.oddity.core.evaluation.SecondOpinion#everyCase")
    void no_cut_has_a_better_f1_than_best_f1(SecondOpinion.Case given) {
        Threshold.Cut cut = Thresholds.bestF1().fit(new CalibrationScores(TENTHS, given.scores(), given.labels()));

        assertThat(cut.basis()).isEqualTo("validation scores");
        assertThat(Metrics.f1().of(new Predictions(given.scores(), given.labels(), cut.value())))
                .isCloseTo(given.bestF1(), within(1e-12));
    }

    @Test
    void best_f1_lies_half_way_to_the_next_lower_score() {
        CalibrationScores scores =
                new CalibrationScores(TENTHS, new double[] {1, 2, 5, 9}, new boolean[] {false, false, true, true});

        assertThat(Thresholds.bestF1().fit(scores).value()).isEqualTo(3.5);
    }

    @Test
    void best_f1_separates_neighbouring_doubles() {
        double above = Math.nextUp(1.0);
        CalibrationScores scores =
                new CalibrationScores(TENTHS, new double[] {1.0, above}, new boolean[] {false, true});

        double cut = Thresholds.bestF1().fit(scores).value();

        assertThat(above > cut).isTrue();
        assertThat(1.0 > cut).isFalse();
    }

    @Test
    void best_f1_refuses_a_split_without_validation() {
        assertThatThrownBy(() -> Thresholds.bestF1().check(100, new boolean[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "bestF1(): the split keeps no validation rows; it needs validation rows with both normal rows"
                                + " and anomalies: keep some with .validation(0.2) on the split, or use"
                                + " .threshold(contamination(0.05)), which needs no labels");
    }

    @Test
    void best_f1_refuses_validation_rows_of_one_kind() {
        assertThatThrownBy(() -> Thresholds.bestF1().fit(new CalibrationScores(TENTHS, TENTHS, new boolean[11])))
                .hasMessage(
                        "bestF1(): all 11 validation rows are normal; it needs validation rows with both normal rows"
                                + " and anomalies: keep some with .validation(0.2) on the split, or use"
                                + " .threshold(contamination(0.05)), which needs no labels");
    }

    @Test
    void shares_outside_their_range_are_refused() {
        String rule = "share must be greater than 0 and below 1; for 5 % anomalies write contamination(0.05)";
        assertThatThrownBy(() -> Thresholds.contamination(5)).hasMessage("contamination(5.0): " + rule);
        assertThatThrownBy(() -> Thresholds.contamination(0)).hasMessage("contamination(0.0): " + rule);
        assertThatThrownBy(() -> Thresholds.contamination(Double.NaN)).hasMessage("contamination(NaN): " + rule);
    }

    @Test
    void quantiles_outside_their_range_are_refused() {
        assertThatThrownBy(() -> Thresholds.quantile(95))
                .hasMessage("quantile(95.0): q must be at least 0 and at most 1;"
                        + " to call the highest 5 % of training scores anomalies write quantile(0.95)");
    }

    @Test
    void scores_that_are_not_finite_are_refused_by_part() {
        assertThatThrownBy(() -> new CalibrationScores(new double[] {1, Double.NaN}, NONE, new boolean[0]).train())
                .hasMessage(
                        "1 of 2 training scores are not finite (row 1 has NaN): every score must be a finite number;"
                                + " if training diverged, lower the learning rate or scale the features");
        assertThatThrownBy(() -> new CalibrationScores(NONE, NONE, new boolean[0]).train())
                .hasMessage("no training scores: a threshold is fitted on at least one;"
                        + " choose a split that leaves training rows");
    }

    @Test
    void contamination_takes_in_equal_scores_where_that_comes_nearer_to_the_share() {
        double[] manyAtTheTop = {1, 2, 3, 4, 5, 6, 9, 9, 9, 9};
        double[] fewAtTheTop = {1, 9, 9, 9, 9, 9, 9, 9, 9, 10};

        double takenIn = Thresholds.contamination(.3)
                .fit(new CalibrationScores(manyAtTheTop, NONE, new boolean[0]))
                .value();
        double leftOut = Thresholds.contamination(.3)
                .fit(new CalibrationScores(fewAtTheTop, NONE, new boolean[0]))
                .value();

        assertThat(takenIn).isLessThan(9).isGreaterThan(6);
        assertThat(leftOut).isEqualTo(9);
    }

    @Test
    void only_the_scores_a_threshold_asks_for_are_computed() {
        CalibrationScores trainOnly = new CalibrationScores(
                () -> TENTHS,
                () -> {
                    throw new AssertionError("nobody needs these");
                },
                new boolean[] {true, false});

        assertThat(Thresholds.quantile(.5).fit(trainOnly).basis()).isEqualTo(Threshold.Cut.TRAINING);
    }

    @Test
    void thresholds_are_values_that_read_like_the_sentence() {
        assertThat(Thresholds.contamination(0.05)).hasToString("contamination(0.05)");
        assertThat(Thresholds.contamination(0.05)).isEqualTo(Thresholds.contamination(0.05));
        assertThat(Thresholds.contamination(0.05).describe()).isEqualTo(Map.of("share", 0.05));
        assertThat(Thresholds.quantile(0.95)).hasToString("quantile(0.95)");
        assertThat(Thresholds.quantile(0.95).describe()).isEqualTo(Map.of("q", 0.95));
        assertThat(Thresholds.bestF1()).hasToString("bestF1()").isEqualTo(Thresholds.bestF1());
    }
}
