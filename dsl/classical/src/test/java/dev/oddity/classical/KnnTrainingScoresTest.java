package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Distances on a line, where they can be told by looking. */
class KnnTrainingScoresTest {

    @Test
    void a_row_that_stands_alone_is_as_far_as_its_nearest_other() {
        assertThat(trainingScores(new Knn().k(1), 0, 1, 3, 7)).containsExactly(1, 1, 2, 4);
        assertThat(trainingScores(new Knn().k(2), 0, 1, 3, 7)).containsExactly(3, 2, 3, 6);
    }

    @Test
    void a_repeated_row_has_its_repetitions_as_neighbours() {
        assertThat(trainingScores(new Knn().k(1), 2, 5, 2, 2)).containsExactly(0, 3, 0, 0);
        assertThat(trainingScores(new Knn().k(3), 2, 5, 2, 2)).containsExactly(3, 3, 3, 3);
    }

    @Test
    void with_fewer_others_than_k_the_farthest_counts() {
        assertThat(trainingScores(new Knn().k(9), 0, 1, 5)).containsExactly(5, 4, 5);
        assertThat(trainingScores(new Knn(), 3)).containsExactly(0);
    }

    @Test
    void rows_that_a_subsample_passed_over_are_scored_as_new_ones() {
        Features train = random(300);
        TrainedModel model = new Knn().k(1).maxRows(100).fit(train, FitContext.of(42));

        double[] asNew = model.score(train, new Score.ModelScore());
        double[] scores = model.trainingScores(train, new Score.ModelScore());

        assertThat(Arrays.stream(asNew).filter(score -> score == 0)).hasSize(100);
        for (int row = 0; row < asNew.length; row++) {
            if (asNew[row] > 0) {
                assertThat(scores[row]).isEqualTo(asNew[row]);
            } else {
                assertThat(scores[row]).isPositive();
            }
        }
    }

    @Test
    void of_equal_rows_as_many_count_as_kept_as_were() {
        float[] values = new float[60];
        Arrays.fill(values, 0, 40, 2);
        Arrays.fill(values, 40, 60, 5);
        Knn one = new Knn().k(1).maxRows(2);
        TrainedModel model = one.fit(Features.of(values, 1), FitContext.of(differentKinds(one, values)));

        double[] scores = model.trainingScores(Features.of(values, 1), new Score.ModelScore());

        // One 2 and one 5 are kept: each is 3 from the other, and every other row finds one like itself.
        assertThat(Arrays.stream(scores).filter(score -> score == 3)).hasSize(2);
        assertThat(Arrays.stream(scores).filter(score -> score == 0)).hasSize(58);
    }

    /** A seed whose subsample has a row of each kind. */
    private static long differentKinds(Knn knn, float[] values) {
        long seed = 1;
        while (knn.fit(Features.of(values, 1), FitContext.of(seed))
                        .state()
                        .tensor("rows")
                        .floats()
                        .length
                == 1) {
            seed++;
        }
        return seed;
    }

    private static double[] trainingScores(Knn knn, float... line) {
        Features train = Features.of(line, 1);
        return knn.fit(train, FitContext.of(42)).trainingScores(train, new Score.ModelScore());
    }

    private static Features random(int rows) {
        Random random = new Random(3);
        float[] values = new float[rows * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Features.of(values, 3);
    }
}
