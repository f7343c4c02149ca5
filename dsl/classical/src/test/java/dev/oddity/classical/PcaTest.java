package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PcaTest {

    @Test
    void the_score_is_the_distance_from_the_line_through_the_rows() {
        Features onALine = Features.of(new float[][] {{0, 0}, {3, 4}, {6, 8}, {9, 12}});

        TrainedModel model = new Pca().fit(onALine, FitContext.of(42));

        // (−4, 3) is at a right angle to the line's direction (3, 4).
        Features rows = Features.of(new float[][] {{300, 400}, {300 - 4, 400 + 3}});
        assertThat(model.score(rows, new Score.ModelScore())).containsExactly(new double[] {0, 5}, within(1e-9));
    }

    @Test
    void components_point_where_their_largest_weight_is_positive() {
        Features falling = Features.of(new float[][] {{0, 0}, {-3, -4}, {-6, -8}});

        double[] direction = new Pca()
                .fit(falling, FitContext.of(42))
                .state()
                .tensor("components")
                .doubles();

        assertThat(direction).containsExactly(new double[] {.6, .8}, within(1e-12));
    }

    @Test
    void ten_components_unless_that_is_more_than_half_of_the_columns() {
        assertThat(components(new Pca(), noise(200, 40))).isEqualTo(10);
        assertThat(components(new Pca(), noise(200, 7))).isEqualTo(3);
        assertThat(components(new Pca(), noise(200, 1))).isZero();
        assertThat(components(new Pca().components(30), noise(200, 40))).isEqualTo(30);
    }

    @Test
    void no_more_components_than_the_rows_span() {
        assertThat(components(new Pca(), noise(4, 40))).isEqualTo(3);
        assertThat(components(new Pca().explainedVariance(.999), noise(1, 40))).isZero();
    }

    @Test
    void both_its_scores_are_the_reconstruction_error() {
        Features rows = noise(50, 6);
        TrainedModel model = new Pca().fit(rows, FitContext.of(42));

        assertThat(model.score(rows, new Score.ReconstructionError()))
                .containsExactly(model.score(rows, new Score.ModelScore()));
        assertThat(new Pca().scores()).containsExactly(Score.ModelScore.class, Score.ReconstructionError.class);
    }

    @Test
    void its_error_is_the_distance_from_its_reconstruction() {
        Features rows = noise(60, 6);
        TrainedModel model = new Pca().components(2).fit(rows, FitContext.of(42));

        Features rebuilt = model.reconstruction(rows).orElseThrow();

        double[] scores = model.score(rows, new Score.ModelScore());
        for (int row = 0; row < rows.rows(); row++) {
            double squares = 0;
            for (int column = 0; column < rows.columns(); column++) {
                double difference = rows.at(row, column) - rebuilt.at(row, column);
                squares += difference * difference;
            }
            assertThat(Math.sqrt(squares)).isCloseTo(scores[row], within(1e-5));
        }
    }

    @Test
    void as_many_components_as_columns_are_refused() {
        assertThatThrownBy(() -> new Pca().components(6).fit(noise(50, 6), FitContext.of(42)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pca().components(6): components must be below the number of columns, 6, or every row is"
                        + " rebuilt without error");
    }

    @Test
    void a_count_and_a_share_together_are_refused() {
        assertThatThrownBy(() -> new Pca().components(3).explainedVariance(.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pca().components(3).explainedVariance(0.9): components and explainedVariance cannot be"
                        + " combined; give one of them");
    }

    private static int components(Pca pca, Features rows) {
        return pca.fit(rows, FitContext.of(42)).state().tensor("components").shape()[0];
    }

    private static Features noise(int rows, int columns) {
        Random random = new Random(3);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Features.of(values, columns);
    }
}
