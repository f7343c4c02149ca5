package dev.oddity.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final SecondOpinion.Calibrations GIVEN = SecondOpinion.read().calibrations();

    @Test
    void without_labels_training_scores_are_unified_as_kriegel_and_others_do() {
        Calibration fitted = Calibration.fit(new CalibrationScores(GIVEN.train(), new double[0], new boolean[0]));

        assertThat(fitted).hasToString("Gaussian unification on training scores");
        assertJudgedAs(GIVEN.unification(), fitted, 1e-12);
    }

    @Test
    void with_labels_validation_scores_are_scaled_as_platt_does() {
        Calibration fitted =
                Calibration.fit(new CalibrationScores(GIVEN.train(), GIVEN.validation(), GIVEN.validationLabels()));

        assertThat(fitted).hasToString("Platt scaling on validation scores");
        assertJudgedAs(GIVEN.platt(), fitted, 1e-8);
    }

    private static void assertJudgedAs(SecondOpinion.Judged said, Calibration fitted, double tolerance) {
        Predictions predictions = new Predictions(GIVEN.test(), GIVEN.labels(), 0).withCalibration(fitted);
        CalibrationCurve curve = CalibrationCurve.of(predictions);

        assertThat(Arrays.stream(GIVEN.test()).map(fitted::probability).toArray())
                .containsExactly(said.probabilities(), within(tolerance));
        assertThat(Metrics.brier().of(predictions)).isCloseTo(said.brier(), within(tolerance));
        assertThat(Metrics.logLoss().of(predictions)).isCloseTo(said.logLoss(), within(10 * tolerance));
        assertThat(curve.points().stream()
                        .mapToDouble(CalibrationCurve.Point::probability)
                        .toArray())
                .containsExactly(said.curveProbabilities(), within(tolerance));
        assertThat(curve.points().stream()
                        .mapToDouble(CalibrationCurve.Point::share)
                        .toArray())
                .containsExactly(said.curveShares(), within(tolerance));
        assertThat(curve.points().stream()
                        .mapToInt(CalibrationCurve.Point::rows)
                        .sum())
                .isEqualTo(GIVEN.test().length);
    }

    @Test
    void validation_rows_of_one_kind_tell_nothing_and_training_scores_are_taken() {
        Calibration fitted = Calibration.fit(new CalibrationScores(GIVEN.train(), new double[] {1, 2}, new boolean[2]));

        assertThat(fitted).hasToString("Gaussian unification on training scores");
    }

    /** Few rows that anyone could tell apart still give no certainty: the targets are 2/3 and 1/3. */
    @Test
    void one_row_of_each_kind_gives_no_certainty() {
        Calibration fitted = Calibration.fit(
                new CalibrationScores(new double[] {0}, new double[] {1, 3}, new boolean[] {false, true}));

        assertThat(fitted.probability(1)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(fitted.probability(2)).isCloseTo(1 / 2.0, within(1e-9));
        assertThat(fitted.probability(3)).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void a_score_that_is_upside_down_on_validation_rows_falls() {
        Calibration fitted = Calibration.fit(new CalibrationScores(
                new double[] {0}, new double[] {1, 2, 3, 4}, new boolean[] {true, true, false, false}));

        assertThat(fitted.probability(1)).isGreaterThan(fitted.probability(4));
    }

    @Test
    void equal_scores_make_a_step_or_the_share_of_anomalies() {
        Calibration unified =
                Calibration.fit(new CalibrationScores(new double[] {2, 2}, new double[0], new boolean[0]));
        Calibration scaled = Calibration.fit(new CalibrationScores(
                new double[] {2}, new double[] {5, 5, 5, 5}, new boolean[] {true, false, false, false}));

        assertThat(unified.probability(2)).isZero();
        assertThat(unified.probability(2.5)).isEqualTo(1);
        // Mean of the targets 2/3 and three times 1/5.
        assertThat(scaled.probability(5)).isCloseTo((2 / 3.0 + 3 / 5.0) / 4, within(1e-9));
    }

    @Test
    void huge_scores_do_not_overflow() {
        Calibration fitted = Calibration.fit(new CalibrationScores(
                new double[] {0}, new double[] {1e9, 2e9, 3e9, 4e12}, new boolean[] {false, false, true, true}));

        assertThat(fitted.probability(1e300)).isBetween(0.0, 1.0);
        assertThat(fitted.probability(-1e300)).isBetween(0.0, 1.0);
    }

    @Test
    void the_error_is_the_mean_distance_from_the_diagonal() {
        CalibrationCurve curve = new CalibrationCurve(
                List.of(new CalibrationCurve.Point(.1, .2, 30), new CalibrationCurve.Point(.9, .7, 10)), "");

        assertThat(curve.expectedError()).isCloseTo((30 * .1 + 10 * .2) / 40, within(1e-12));
    }

    @Test
    void scores_without_a_calibration_have_no_probability() {
        assertThatThrownBy(() ->
                        Metrics.brier().of(new Predictions(new double[] {1, 2}, new boolean[] {false, true}, 0)))
                .hasMessage("these predictions have scores and no probabilities; calibrate them with"
                        + " .withCalibration(Calibration.fit(..)), on training or validation scores");
    }

    @Test
    void lower_is_better() {
        assertThat(Metrics.brier().higherIsBetter()).isFalse();
        assertThat(Metrics.logLoss().higherIsBetter()).isFalse();
    }
}
