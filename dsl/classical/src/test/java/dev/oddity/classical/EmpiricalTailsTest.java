package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tails of columns small enough to count by hand, or made so that every rank is known. */
class EmpiricalTailsTest {

    private static final Score MODEL_SCORE = new Score.ModelScore();

    /** Skewed to the right: 1 2 2 9. */
    private static final Features FOUR = Features.of(new float[] {2, 9, 1, 2}, 1);

    @Test
    void a_new_number_counts_itself_beside_those_it_is_compared_with() {
        // At most 2: three of four and itself; at least 2 as many.
        assertThat(score(new Ecod(), FOUR, 2)).isCloseTo(-Math.log(4 / 5.), within(1e-12));
        // Between 2 and 9: three and itself below, one and itself above.
        assertThat(score(new Ecod(), FOUR, 5)).isCloseTo(-Math.log(2 / 5.), within(1e-12));
    }

    @Test
    void beyond_the_training_range_a_number_is_one_of_all() {
        assertThat(score(new Ecod(), FOUR, 9.5f)).isCloseTo(-Math.log(1 / 5.), within(1e-12));
        assertThat(score(new Ecod(), FOUR, Float.MAX_VALUE)).isCloseTo(-Math.log(1 / 5.), within(1e-12));
        assertThat(score(new Ecod(), FOUR, -Float.MAX_VALUE)).isCloseTo(-Math.log(1 / 5.), within(1e-12));
    }

    @Test
    void the_short_tail_of_a_skewed_column_counts_half_in_copod() {
        // Skewed to the right, so left tail: (−log 1/5 − log 5/5)/2.
        assertThat(score(new Copod(), FOUR, 0)).isCloseTo(Math.log(5) / 2, within(1e-12));
        assertThat(score(new Copod(), FOUR, 10)).isCloseTo(Math.log(5), within(1e-12));
    }

    @Test
    void both_tails_add_up_in_a_column_without_skewness() {
        Features symmetric = Features.of(new float[] {-1, 1}, 1);

        // One of two and itself on either side.
        assertThat(score(new Ecod(), symmetric, 0)).isCloseTo(-2 * Math.log(2 / 3.), within(1e-12));
    }

    @Test
    void farther_out_is_never_less_unusual() {
        Features train = Fixture.read("train.csv").features();
        TrainedModel model = new Ecod().fit(train, FitContext.of(42));
        float[] ladder = new float[400 * train.columns()];
        for (int i = 0; i < ladder.length; i++) {
            ladder[i] = i / train.columns() * .02f + 1;
        }

        assertThat(model.score(Features.of(ladder, train.columns()), MODEL_SCORE))
                .isSorted();
    }

    @Test
    void a_minus_zero_is_a_zero() {
        Features zeros = Features.of(new float[] {0, -0f, 0, 1}, 1);

        assertThat(score(new Ecod(), zeros, -0f)).isEqualTo(score(new Ecod(), zeros, 0));
        assertThat(score(new Ecod(), zeros, 0)).isCloseTo(-Math.log(4 / 5.), within(1e-12));
    }

    @Test
    void of_very_many_numbers_few_are_kept_and_no_tail_changes_by_more_than_promised() {
        int rows = 400_000;
        float[] cubes = new float[rows];
        for (int rank = 0; rank < rows; rank++) {
            cubes[(int) (rank * 7_919L % rows)] = rank < 100_000 ? rank : 2f * rank;
        }
        Features train = Features.of(cubes, 1);

        TrainedModel model = new Ecod().fit(train, FitContext.of(42));

        float[] sorted = cubes.clone();
        Arrays.sort(sorted);
        double[] exact = IntStream.range(0, rows)
                .mapToDouble(rank -> Math.log((rows + 1.) / (1 + Math.min(rank + 1, rows - rank))))
                .toArray();
        double[] scores = model.score(Features.of(sorted, 1), MODEL_SCORE);
        assertThat(model.state().tensor("values").floats().length).isLessThan(60_000);
        assertThat(scores).containsExactly(exact, within(1 / 4_096.));
        assertThat(Arrays.copyOf(scores, 4_096)).containsExactly(Arrays.copyOf(exact, 4_096), within(1e-12));
        assertThat(Arrays.copyOfRange(scores, rows - 4_096, rows))
                .containsExactly(Arrays.copyOfRange(exact, rows - 4_096, rows), within(1e-12));
    }

    @Test
    void a_number_that_many_rows_share_is_counted_exactly_beside_very_many_others() {
        int rows = 400_000;
        float[] numbers = new float[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = row % 2 == 0 ? 100_000.5f : row;
        }
        Features train = Features.of(numbers, 1);

        double score = score(new Copod(), train, 100_000.5f);

        // 50,000 odd numbers lie below, 150,000 above; 200,000 are it. Skewed to the right.
        double right = -Math.log((350_000 + 1.) / (rows + 1));
        double left = -Math.log((250_000 + 1.) / (rows + 1));
        assertThat(score).isCloseTo(Math.max(right, (left + right) / 2), within(1e-12));
    }

    @Test
    void what_the_numbers_of_a_row_add_is_the_score() {
        Features train = Fixture.read("train.csv").features();
        Features test = Fixture.read("test.csv").features();
        for (Detector detector : new Detector[] {new Ecod(), new Copod(), new Hbos()}) {
            TrainedModel model = detector.fit(train, FitContext.of(42));

            double[] each = model.contributions(test, MODEL_SCORE).orElseThrow();

            double[] sums = IntStream.range(0, test.rows())
                    .mapToDouble(
                            row -> Arrays.stream(each, row * 10, row * 10 + 10).sum())
                    .toArray();
            assertThat(sums).as("%s", detector).containsExactly(model.score(test, MODEL_SCORE), within(1e-9));
        }
    }

    private static double score(Detector detector, Features train, float number) {
        return detector.fit(train, FitContext.of(42)).score(Features.of(new float[] {number}, 1), MODEL_SCORE)[0];
    }
}
