package dev.oddity.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PredictionsTest {

    private static final double[] SCORES = {0.1, 0.9, 0.4};
    private static final boolean[] LABELS = {false, true, false};

    @Test
    void a_test_of_normal_rows_only_is_refused() {
        assertThatThrownBy(() -> new Predictions(new double[1234], new boolean[1234], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("all 1,234 test rows are normal: a metric compares scores of normal rows and anomalies;"
                        + " choose a split that leaves both for the test, and check which label value means anomaly");
    }

    @Test
    void a_test_of_anomalies_only_is_refused() {
        assertThatThrownBy(() -> new Predictions(new double[] {1, 2}, new boolean[] {true, true}, 0))
                .hasMessage("all 2 test rows are anomalies: a metric compares scores of normal rows and anomalies;"
                        + " choose a split that leaves both for the test, and check which label value means anomaly");
    }

    @Test
    void no_rows_are_refused() {
        assertThatThrownBy(() -> new Predictions(new double[0], new boolean[0], 0))
                .hasMessage("no test rows: a metric compares scores of normal rows and anomalies;"
                        + " choose a split that leaves both for the test");
    }

    @Test
    void scores_that_are_not_finite_are_counted_and_the_first_is_named() {
        double[] broken = {0.5, Double.NaN, Double.POSITIVE_INFINITY};

        assertThatThrownBy(() -> new Predictions(broken, LABELS, 0))
                .hasMessage("2 of 3 test scores are not finite (row 1 has NaN): every score must be a finite number;"
                        + " if training diverged, lower the learning rate or scale the features");
    }

    @Test
    void labels_and_scores_of_different_length_are_refused() {
        assertThatThrownBy(() -> new Predictions(SCORES, new boolean[2], 0))
                .hasMessage("3 test scores but 2 labels: give one label per score");
    }

    @Test
    void a_threshold_that_is_not_a_number_is_refused() {
        assertThatThrownBy(() -> new Predictions(SCORES, LABELS, Double.NaN))
                .hasMessage(
                        "the threshold is NaN: it must be a number; choose one with .threshold(contamination(0.05))");
    }

    @Test
    void what_happens_to_the_arrays_outside_changes_nothing_inside() {
        double[] scores = SCORES.clone();
        Predictions predictions = new Predictions(scores, LABELS, 0.5);

        scores[0] = 100;
        predictions.scores()[1] = -100;
        predictions.labels()[1] = false;

        assertThat(predictions.scores()).containsExactly(SCORES);
        assertThat(predictions.labels()).containsExactly(LABELS);
        assertThat(Metrics.rocAuc().of(predictions)).isEqualTo(1);
    }

    @Test
    void the_scores_are_ranked_once() {
        Predictions predictions = new Predictions(SCORES, LABELS, 0.5);

        assertThat(predictions.ranking()).isSameAs(predictions.ranking());
    }

    @Test
    void it_says_how_many_rows_it_holds() {
        assertThat(new Predictions(SCORES, LABELS, 0.5))
                .hasToString("Predictions[3 rows, 1 anomalies, threshold 0.5000]");
    }
}
