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

class KdeTest {

    private static final Score MODEL_SCORE = new Score.ModelScore();

    /** −log of the normal density with deviation 2 in two dimensions, at its centre. */
    private static final double CENTRE = Math.log(2 * Math.PI * 4);

    @Test
    void around_one_row_the_density_is_normal_however_far_out() {
        TrainedModel model = new Kde().bandwidth(2).fit(Features.of(new float[] {10, 20}, 2), FitContext.of(42));

        double[] scores = model.score(Features.of(new float[] {10, 20, 13, 24, 10, 1_000_020}, 2), MODEL_SCORE);

        assertThat(scores).containsExactly(new double[] {CENTRE, CENTRE + 25 / 8., CENTRE + 1e12 / 8}, within(1e-3));
        assertThat(scores[1]).isCloseTo(CENTRE + 25 / 8., within(1e-12));
    }

    @Test
    void a_repeated_row_counts_as_often_as_it_stands_there() {
        Features train = Features.of(new float[] {0, 0, 0, 5}, 1);

        double score = new Kde().bandwidth(1).fit(train, FitContext.of(42)).score(train.slice(0, 1), MODEL_SCORE)[0];

        double density = (3 + Math.exp(-12.5)) / 4 / Math.sqrt(2 * Math.PI);
        assertThat(score).isCloseTo(-Math.log(density), within(1e-12));
    }

    @Test
    void a_training_row_is_left_out_of_its_own_density() {
        Features train = Features.of(new float[] {0, 0, 400}, 1);

        double[] scores = new Kde().bandwidth(1).fit(train, FitContext.of(42)).trainingScores(train, MODEL_SCORE);

        double alike = Math.log(2) + Math.log(2 * Math.PI) / 2;
        assertThat(scores[0]).isCloseTo(alike, within(1e-12)).isEqualTo(scores[1]);
        assertThat(scores[2]).isCloseTo(80_000 + Math.log(2 * Math.PI) / 2, within(1e-9));
    }

    @Test
    void a_training_row_that_the_subsample_passed_over_is_a_row_like_any_other() {
        Features train = Features.of(new float[] {0, 1, 2, 3, 4, 5, 6, 7}, 1);
        TrainedModel model = new Kde().bandwidth(1).maxRows(4).fit(train, FitContext.of(42));
        float[] kept = model.state().tensor("rows").floats();

        double[] asTrained = model.trainingScores(train, MODEL_SCORE);
        double[] asNew = model.score(train, MODEL_SCORE);

        for (int row = 0; row < 8; row++) {
            boolean own = kept[0] == row || kept[1] == row || kept[2] == row || kept[3] == row;
            if (own) {
                assertThat(asTrained[row]).isGreaterThan(asNew[row]);
            } else {
                assertThat(asTrained[row]).isEqualTo(asNew[row]);
            }
        }
    }

    @Test
    void the_only_training_row_is_its_own_neighbour() {
        Features one = Features.of(new float[] {10, 20}, 2);

        double[] scores = new Kde().bandwidth(2).fit(one, FitContext.of(42)).trainingScores(one, MODEL_SCORE);

        assertThat(scores[0]).isCloseTo(CENTRE, within(1e-12));
    }

    @Test
    void sums_over_more_rows_than_a_block_are_those_of_all_rows() {
        Random random = new Random(3);
        float[] numbers = new float[1_300];
        double density = 0;
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = (float) (3 * random.nextGaussian());
            density += Math.exp(-.5 * Math.pow(numbers[row] - 1.5, 2)) / Math.sqrt(2 * Math.PI) / numbers.length;
        }

        double score = new Kde()
                .bandwidth(1)
                .fit(Features.of(numbers, 1), FitContext.of(42))
                .score(Features.of(new float[] {1.5f}, 1), MODEL_SCORE)[0];

        assertThat(score).isCloseTo(-Math.log(density), within(1e-12));
    }

    @Test
    void an_unknown_rule_is_refused() {
        assertThatThrownBy(() -> new Kde().rule("normal"))
                .hasMessage("kde().rule(normal): rule must be one of scott, silverman");
    }
}
