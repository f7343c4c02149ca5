package dev.oddity.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thresholds that weigh decisions on validation labels, or count alerts. */
class LabelledThresholdsTest {

    private static final double[] TRAIN =
            DoubleStream.iterate(0, i -> i + 1).limit(1000).toArray();

    @ParameterizedTest
    @MethodSource("dev.oddity.core.evaluation.SecondOpinion#everyCase")
    void no_cut_has_a_better_f_beta_or_a_lower_cost(SecondOpinion.Case given) {
        for (double beta : new double[] {.5, 1, 2}) {
            double weight = beta * beta;
            ToDoubleFunction<ConfusionMatrix> fBeta = matrix -> matrix.truePositives() == 0
                    ? 0
                    : (1 + weight)
                            * matrix.precision()
                            * matrix.recall()
                            / (weight * matrix.precision() + matrix.recall());
            assertBest(given, Thresholds.bestFBeta(beta), fBeta);
        }
        for (double miss : new double[] {.1, 1, 20}) {
            assertBest(
                    given,
                    Thresholds.cost(1, miss),
                    matrix -> -matrix.falsePositives() - miss * matrix.falseNegatives());
        }
    }

    private static void assertBest(
            SecondOpinion.Case given, Threshold threshold, ToDoubleFunction<ConfusionMatrix> worth) {
        Threshold.Cut cut = threshold.fit(new CalibrationScores(TRAIN, given.scores(), given.labels()));
        double most = DoubleStream.concat(Arrays.stream(given.scores()), DoubleStream.of(Double.NEGATIVE_INFINITY))
                .map(candidate -> worth.applyAsDouble(ConfusionMatrix.count(given.scores(), given.labels(), candidate)))
                .max()
                .orElseThrow();

        assertThat(cut.basis()).isEqualTo("validation scores");
        assertThat(worth.applyAsDouble(ConfusionMatrix.count(given.scores(), given.labels(), cut.value())))
                .as("%s on %s", threshold, given)
                .isCloseTo(most, within(1e-12));
    }

    @Test
    void f_beta_of_one_is_f1() {
        SecondOpinion.Case given = SecondOpinion.everyCase().get(1);
        CalibrationScores scores = new CalibrationScores(TRAIN, given.scores(), given.labels());

        assertThat(Thresholds.bestFBeta(1).fit(scores))
                .isEqualTo(Thresholds.bestF1().fit(scores));
    }

    @Test
    void dear_misses_lower_the_cut_and_dear_alarms_raise_it() {
        CalibrationScores scores = new CalibrationScores(
                TRAIN, new double[] {1, 2, 3, 4, 5}, new boolean[] {false, true, false, false, true});

        assertThat(Thresholds.cost(1, 3).fit(scores).value()).isEqualTo(1.5);
        assertThat(Thresholds.cost(1, 1).fit(scores).value()).isEqualTo(4.5);
    }

    @Test
    void no_alarm_at_all_can_be_cheapest() {
        CalibrationScores upsideDown =
                new CalibrationScores(TRAIN, new double[] {1, 2, 3}, new boolean[] {true, false, false});

        assertThat(Thresholds.cost(1, 1).fit(upsideDown)).isEqualTo(new Threshold.Cut(3, "validation scores"));
    }

    @Test
    void an_alert_budget_is_a_rate_on_the_scores_at_hand() {
        Threshold budget = Thresholds.alertBudget(5, 200);
        double[] validation = DoubleStream.iterate(0, i -> i + 1).limit(400).toArray();

        Threshold.Cut onTraining = budget.fit(new CalibrationScores(TRAIN, new double[0], new boolean[0]));
        Threshold.Cut onValidation = budget.fit(new CalibrationScores(TRAIN, validation, new boolean[400]));

        assertThat(onTraining).isEqualTo(new Threshold.Cut(974, "training scores"));
        assertThat(Arrays.stream(TRAIN).filter(score -> score > 974)).hasSize(25);
        assertThat(onValidation).isEqualTo(new Threshold.Cut(389, "validation scores"));
    }

    @Test
    void an_alert_budget_is_never_exceeded_by_equal_scores_or_few() {
        double[] ties = {1, 2, 9, 9, 9, 9, 9, 9, 9, 9};

        double cut = Thresholds.alertBudget(3, 10)
                .fit(new CalibrationScores(ties, new double[0], new boolean[0]))
                .value();
        double ofFew = Thresholds.alertBudget(1, 1000)
                .fit(new CalibrationScores(ties, new double[0], new boolean[0]))
                .value();

        assertThat(Arrays.stream(ties).filter(score -> score > cut)).hasSizeLessThanOrEqualTo(3);
        assertThat(ofFew).isEqualTo(9);
    }

    @Test
    void labels_of_both_kinds_are_asked_for_before_anything_trains() {
        assertThatThrownBy(() -> Thresholds.bestFBeta(2).check(100, new boolean[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bestFBeta(2.0): the split keeps no validation rows; it needs validation rows with both"
                        + " normal rows and anomalies: keep some with .validation(0.2) on the split, or use"
                        + " .threshold(contamination(0.05)), which needs no labels");
        assertThatThrownBy(() -> Thresholds.cost(1, 10).check(100, new boolean[50]))
                .hasMessageStartingWith("cost(1.0, 10.0): all 50 validation rows are normal; it needs");
        Thresholds.alertBudget(1, 2).check(100, new boolean[0]);
    }

    @Test
    void parameters_outside_their_range_are_refused() {
        assertThatThrownBy(() -> Thresholds.bestFBeta(0))
                .hasMessage(
                        "bestFBeta(0.0): beta must be greater than 0 and finite; where a missed anomaly weighs twice"
                                + " as much as a false alarm write bestFBeta(2)");
        assertThatThrownBy(() -> Thresholds.cost(0, 1))
                .hasMessage("cost(0.0, 1.0): both must be greater than 0 and finite, in one unit; where looking into an"
                        + " alarm costs 5 and a missed anomaly 200 write cost(5, 200)");
        assertThatThrownBy(() -> Thresholds.alertBudget(20, 20))
                .hasMessage(
                        "alertBudget(20, 20): alerts must be at least 1 and below the rows they are counted in; for 20"
                                + " alerts a day where a day has 5,000 rows write alertBudget(20, 5_000)");
    }

    @Test
    void they_are_values_that_read_like_the_sentence() {
        assertThat(Thresholds.bestFBeta(2)).hasToString("bestFBeta(2.0)").isEqualTo(Thresholds.bestFBeta(2));
        assertThat(Thresholds.cost(1, 10)).hasToString("cost(1.0, 10.0)").isEqualTo(Thresholds.cost(1, 10));
        assertThat(Thresholds.alertBudget(20, 5_000)).hasToString("alertBudget(20, 5000)");
        assertThat(Thresholds.bestFBeta(2).describe()).isEqualTo(Map.of("beta", 2.0));
        assertThat(Thresholds.cost(1, 10).describe()).isEqualTo(Map.of("falseAlarm", 1.0, "miss", 10.0));
        assertThat(Thresholds.alertBudget(20, 5_000).describe()).isEqualTo(Map.of("alerts", 20, "perRows", 5000));
    }
}
