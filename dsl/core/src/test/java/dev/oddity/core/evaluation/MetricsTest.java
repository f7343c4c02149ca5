package dev.oddity.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.display.MimeBundle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricsTest {

    private static final List<Metric> ALL = List.of(
            Metrics.rocAuc(),
            Metrics.averagePrecision(),
            Metrics.precision(),
            Metrics.recall(),
            Metrics.f1(),
            Metrics.accuracy(),
            Metrics.f1AtTrueRate(),
            Metrics.specificity(),
            Metrics.balancedAccuracy(),
            Metrics.mcc(),
            Metrics.fBeta(2),
            Metrics.fBeta(.5),
            Metrics.precisionAt(3),
            Metrics.recallAt(3),
            Metrics.fprAt(.95),
            Metrics.fprAt(.5),
            Metrics.partialAuc(.1),
            Metrics.partialAuc(.37),
            Metrics.partialAuc(1));

    @ParameterizedTest
    @MethodSource("dev.oddity.core.evaluation.SecondOpinion#everyCase")
    void every_metric_equals_scikit_learn(SecondOpinion.Case given) {
        Predictions predictions = given.predictions();

        assertThat(given.metrics()).hasSize(ALL.size());
        for (Metric metric : ALL) {
            assertThat(metric.of(predictions))
                    .as(metric.key())
                    .isCloseTo(given.metrics().get(metric.key()), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.oddity.core.evaluation.SecondOpinion#everyCase")
    void the_confusion_matrix_equals_scikit_learn(SecondOpinion.Case given) {
        ConfusionMatrix expected = new ConfusionMatrix(
                given.confusion().get("tp"),
                given.confusion().get("fp"),
                given.confusion().get("fn"),
                given.confusion().get("tn"));

        assertThat(given.predictions().confusionMatrix()).isEqualTo(expected);
        assertThat(expected.rows()).isEqualTo(given.scores().length);
    }

    @ParameterizedTest
    @MethodSource("dev.oddity.core.evaluation.SecondOpinion#everyCase")
    void the_order_of_rows_does_not_matter(SecondOpinion.Case given) {
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < given.scores().length; row++) {
            order.add(row);
        }
        Collections.shuffle(order, new Random(1));
        Predictions shuffled = new Predictions(
                order.stream().mapToDouble(row -> given.scores()[row]).toArray(),
                shuffled(given.labels(), order),
                given.threshold());

        for (Metric metric : ALL) {
            assertThat(metric.of(shuffled)).as(metric.name()).isEqualTo(metric.of(given.predictions()));
        }
    }

    /** Swapping the sides of every comparison must mirror the area around one half. */
    @ParameterizedTest
    @MethodSource("dev.oddity.core.evaluation.SecondOpinion#everyCase")
    void negated_scores_give_one_minus_the_area(SecondOpinion.Case given) {
        double[] negated = given.scores().clone();
        for (int row = 0; row < negated.length; row++) {
            negated[row] = -negated[row];
        }

        double area = Metrics.rocAuc().of(new Predictions(negated, given.labels(), 0));

        assertThat(area).isCloseTo(1 - Metrics.rocAuc().of(given.predictions()), within(1e-12));
    }

    @Test
    void precision_and_f1_are_0_when_no_row_is_called() {
        Predictions predictions = new Predictions(new double[] {1, 2, 3}, new boolean[] {false, false, true}, 3);

        assertThat(predictions.confusionMatrix()).isEqualTo(new ConfusionMatrix(0, 0, 1, 2));
        assertThat(Metrics.precision().of(predictions)).isZero();
        assertThat(Metrics.f1().of(predictions)).isZero();
    }

    @Test
    void at_the_true_rate_a_tie_across_the_cut_is_called_as_a_whole() {
        Predictions predictions =
                new Predictions(new double[] {9, 5, 5, 5, 1}, new boolean[] {true, true, false, false, false}, 0);

        // Two anomalies, so the cut is at 5: four rows called, both anomalies among them.
        assertThat(Metrics.f1AtTrueRate().of(predictions)).isEqualTo(2 * 0.5 * 1 / (0.5 + 1));
    }

    @Test
    void a_tie_across_the_last_alert_is_taken_in_as_a_whole() {
        Predictions predictions =
                new Predictions(new double[] {9, 5, 5, 5, 1}, new boolean[] {true, true, false, false, true}, 0);

        assertThat(Metrics.precisionAt(1).of(predictions)).isEqualTo(1);
        assertThat(Metrics.precisionAt(2).of(predictions)).isEqualTo(2 / 4.0);
        assertThat(Metrics.recallAt(2).of(predictions)).isEqualTo(2 / 3.0);
    }

    @Test
    void more_alerts_than_rows_are_refused() {
        TestPart test = new TestPart("toy split by holdout(0.5)", 1_234, false);

        assertThatCode(() -> Metrics.precisionAt(1_234).check(test)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Metrics.precisionAt(1_235).check(test))
                .hasMessage("precisionAt(1235): there are only 1,234 test examples; take an n of at most so many");
    }

    @Test
    void parameters_out_of_range_are_refused_with_the_rule() {
        assertThatThrownBy(() -> Metrics.fBeta(0))
                .hasMessage("fBeta(0.0): beta must be a number greater than 0; fBeta(2) weighs recall more, fBeta(0.5)"
                        + " precision");
        assertThatThrownBy(() -> Metrics.recallAt(0))
                .hasMessage("recallAt(0): at least 1 alert is looked at, such as recallAt(100)");
        assertThatThrownBy(() -> Metrics.fprAt(1.5))
                .hasMessage("fprAt(1.5): the share of anomalies to find must be greater than 0 and at most 1, such as"
                        + " fprAt(0.95)");
        assertThatThrownBy(() -> Metrics.partialAuc(0))
                .hasMessage(
                        "partialAuc(0.0): the highest false-positive rate must be greater than 0 and at most 1, such"
                                + " as partialAuc(0.1)");
    }

    @Test
    void a_quarter_of_a_million_rows_do_not_overflow() {
        int rows = 250_000;
        double[] scores = new double[rows];
        boolean[] labels = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            scores[row] = row;
            labels[row] = row % 2 == 1;
        }

        // Anomaly 2i + 1 lies above the i + 1 normal rows 0, 2 … 2i: (n + 1) / 2n of all pairs, n being 125,000.
        assertThat(Metrics.rocAuc().of(new Predictions(scores, labels, 0))).isEqualTo(125_001 / 250_000.0);
    }

    @Test
    void a_confusion_matrix_shows_truth_by_row_and_decision_by_column() {
        assertThat(new ConfusionMatrix(78, 1373, 20, 55491).display().data().get(MimeBundle.TEXT))
                .isEqualTo("""
                        confusion matrix: 2 rows × 3 columns
                        truth    called anomaly  called normal
                        ───────  ──────────────  ─────────────
                        anomaly              78             20
                        normal             1373          55491""");
    }

    @Test
    void published_counts_give_the_published_figures() {
        ConfusionMatrix published = new ConfusionMatrix(78, 1373, 20, 55491);

        // Precision, recall and F1 of the Keras autoencoder on credit-card fraud, as its notebook prints them.
        assertThat(published.precision()).isCloseTo(0.054, within(5e-4));
        assertThat(published.recall()).isCloseTo(0.796, within(5e-4));
        assertThat(published.f1()).isCloseTo(0.10, within(5e-3));
    }

    @Test
    void metrics_are_values_that_read_like_the_sentence() {
        assertThat(Metrics.rocAuc()).isEqualTo(Metrics.rocAuc()).isNotEqualTo(Metrics.f1());
        assertThat(ALL)
                .extracting(Metric::toString)
                .containsExactly(
                        "rocAuc()",
                        "averagePrecision()",
                        "precision()",
                        "recall()",
                        "f1()",
                        "accuracy()",
                        "f1AtTrueRate()",
                        "specificity()",
                        "balancedAccuracy()",
                        "mcc()",
                        "fBeta(2.0)",
                        "fBeta(0.5)",
                        "precisionAt(3)",
                        "recallAt(3)",
                        "fprAt(0.95)",
                        "fprAt(0.5)",
                        "partialAuc(0.1)",
                        "partialAuc(0.37)",
                        "partialAuc(1.0)");
        assertThat(ALL)
                .extracting(Metric::label)
                .startsWith("ROC-AUC", "AP", "Precision", "Recall", "F1", "Accuracy", "F1@rate")
                .contains("F2", "F0.5", "P@3", "R@3", "FPR@0.95", "pAUC@0.1")
                .doesNotHaveDuplicates();
    }

    private static boolean[] shuffled(boolean[] labels, List<Integer> order) {
        boolean[] moved = new boolean[labels.length];
        for (int row = 0; row < labels.length; row++) {
            moved[row] = labels[order.get(row)];
        }
        return moved;
    }
}
