package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histograms small enough to draw. */
class HistogramScoresTest {

    private static final Score MODEL_SCORE = new Score.ModelScore();

    /** Two bins of width 2: three numbers in 0 … 2, one in 2 … 4. */
    private static final Features FOUR = Features.of(new float[] {0, .5f, 1, 4}, 1);

    @Test
    void a_number_scores_by_the_density_of_its_bin() {
        assertThat(score(new Hbos().bins(2), FOUR, 1.9f)).isCloseTo(-log2(3 / 8. + .1), within(1e-12));
        assertThat(score(new Hbos().bins(2), FOUR, 3)).isCloseTo(-log2(1 / 8. + .1), within(1e-12));
        assertThat(score(new Hbos().bins(2).alpha(.2), FOUR, 3)).isCloseTo(-log2(1 / 8. + .2), within(1e-12));
    }

    @Test
    void a_number_on_an_inner_edge_is_in_the_bin_above_it() {
        assertThat(score(new Hbos().bins(2), FOUR, 2)).isEqualTo(score(new Hbos().bins(2), FOUR, 3));
        assertThat(score(new Hbos().bins(2), FOUR, 4)).isEqualTo(score(new Hbos().bins(2), FOUR, 3));
    }

    @Test
    void a_little_outside_counts_as_the_last_bin_and_farther_out_as_the_thinnest() {
        Hbos hbos = new Hbos().bins(2);

        assertThat(score(hbos, FOUR, -1)).isCloseTo(-log2(3 / 8. + .1), within(1e-12));
        assertThat(score(hbos, FOUR, -1.01f)).isCloseTo(-log2(1 / 8. + .1), within(1e-12));
        assertThat(score(hbos.tolerance(0), FOUR, -.01f)).isCloseTo(-log2(1 / 8. + .1), within(1e-12));
    }

    @Test
    void another_number_than_a_constant_column_had_is_unusual() {
        Features constant = Features.of(new float[] {7, 7, 7}, 1);

        assertThat(score(new Hbos(), constant, 7)).isCloseTo(-log2(10.1), within(1e-9));
        assertThat(score(new Hbos(), constant, 8)).isCloseTo(-log2(.1), within(1e-9));
        assertThat(score(new Hbos(), Features.of(new float[] {1e30f, 1e30f}, 1), 1))
                .isFinite();
    }

    @Test
    void a_projection_into_an_empty_bin_is_as_surprising_as_one_outside() {
        // Four bins of width 1, whatever the one weight is: three numbers in one, the fourth in another.
        Features train = Features.of(new float[] {0, .25f, .75f, 4}, 1);
        Loda loda = new Loda().projections(1).bins(4);

        assertThat(score(loda, train, 2.5f)).isCloseTo(Math.log(5), within(1e-12));
        assertThat(score(loda, train, 400)).isCloseTo(Math.log(5), within(1e-12));
        assertThat(score(loda, train, .6f)).isCloseTo(Math.log(5 / 4.), within(1e-12));
    }

    @Test
    void a_projection_uses_as_many_columns_as_the_root_of_their_number() {
        double[] weights = new Loda()
                .fit(noise(50, 30), FitContext.of(42))
                .state()
                .tensor("weights")
                .doubles();

        for (int from = 0; from < weights.length; from += 30) {
            assertThat(Arrays.stream(weights, from, from + 30).filter(weight -> weight != 0))
                    .hasSize(5);
        }
    }

    @Test
    void another_seed_draws_other_projections() {
        Features rows = noise(50, 9);

        assertThat(new Loda().fit(rows, FitContext.of(1)).score(rows, MODEL_SCORE))
                .containsExactly(new Loda().fit(rows, FitContext.of(1)).score(rows, MODEL_SCORE))
                .isNotEqualTo(new Loda().fit(rows, FitContext.of(2)).score(rows, MODEL_SCORE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void projections_of_one_column_each_give_every_column_its_part_of_the_score(int columns) {
        TrainedModel model = new Loda().fit(noise(200, columns), FitContext.of(42));
        float[] odd = new float[columns];
        odd[columns - 1] = 50;
        Features row = Features.of(odd, columns);

        double[] parts = model.contributions(row, MODEL_SCORE).orElseThrow();

        assertThat(Arrays.stream(parts).sum()).isCloseTo(model.score(row, MODEL_SCORE)[0], within(1e-9));
        assertThat(Arrays.stream(parts).max().orElseThrow()).isEqualTo(parts[columns - 1]);
    }

    @Test
    void uniform_numbers_need_one_bin_and_two_heaps_more() {
        double[] even = new double[1_000];
        Arrays.setAll(even, i -> i / 1_000.);
        double[] heaps = new double[1_000];
        Arrays.setAll(heaps, i -> i < 500 ? i / 1_000. : 10 + i / 1_000.);

        assertThat(BinCount.of(even)).isEqualTo(1);
        assertThat(BinCount.of(heaps)).isGreaterThan(10);
        assertThat(BinCount.of(new double[] {3, 3, 3})).isEqualTo(1);
    }

    @Test
    void a_negative_count_of_bins_is_refused() {
        assertThatThrownBy(() -> new Hbos().bins(-1)).hasMessage("hbos().bins(-1): bins must be at least 0");
        assertThatThrownBy(() -> new Hbos().alpha(0)).hasMessage("hbos().alpha(0.0): alpha must be greater than 0");
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static Features noise(int rows, int columns) {
        Random random = new Random(5);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Features.of(values, columns);
    }

    private static double score(Detector detector, Features train, float number) {
        return detector.fit(train, FitContext.of(42)).score(Features.of(new float[] {number}, 1), MODEL_SCORE)[0];
    }
}
