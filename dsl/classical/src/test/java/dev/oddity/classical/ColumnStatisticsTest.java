package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.datasets.Features;
import org.junit.jupiter.api.Test;

/** z-scores on rows small enough to work out by hand. */
class ColumnStatisticsTest {

    private static final Features TRAIN = Features.of(new float[][] {{1, 7}, {2, 7}, {3, 7}, {4, 7}, {5, 7}});

    @Test
    void a_row_counts_by_its_farthest_column() {
        Features train = Features.of(new float[][] {{1, 10}, {3, 30}});

        double score = score(new ZScore(), train, 4, 10);

        assertThat(score).isEqualTo(2);
    }

    @Test
    void or_by_the_mean_of_its_columns() {
        Features train = Features.of(new float[][] {{1, 10}, {3, 30}});

        double score = score(new ZScore().combine("mean"), train, 4, 10);

        assertThat(score).isEqualTo(1.5);
    }

    @Test
    void a_column_constant_in_training_counts_by_the_difference_itself() {
        assertThat(score(new ZScore(), TRAIN, 3, 17)).isEqualTo(10);
        assertThat(score(new ModifiedZScore(), TRAIN, 3, 17)).isEqualTo(10);
    }

    @Test
    void the_modified_z_score_is_by_median_and_median_absolute_deviation() {
        // Median 3, deviations 2 1 0 1 2, so MAD 1.
        assertThat(score(new ModifiedZScore(), TRAIN, 103, 7)).isCloseTo(67.45, within(1e-12));
    }

    @Test
    void one_huge_training_value_moves_the_z_score_and_not_the_modified_one() {
        Features spoilt = Features.of(new float[][] {{1}, {2}, {3}, {4}, {1000}});

        assertThat(score(new ZScore(), spoilt, 50)).isLessThan(1);
        assertThat(score(new ModifiedZScore(), spoilt, 50)).isCloseTo(.6745 * 47, within(1e-12));
    }

    @Test
    void where_most_values_are_equal_the_mean_absolute_deviation_is_taken() {
        // Median 0 and MAD 0; the mean absolute deviation is 2/8.
        Features mostlyZero = Features.of(new float[][] {{0}, {0}, {0}, {0}, {0}, {0}, {1}, {-1}});

        assertThat(score(new ModifiedZScore(), mostlyZero, 3)).isCloseTo(3 / (1.253314 * .25), within(1e-12));
    }

    @Test
    void the_box_score_is_the_distance_beyond_the_quartiles_in_boxes() {
        // Quartiles 2 and 4.
        assertThat(score(new Iqr(), TRAIN, 7, 7)).isEqualTo(1.5);
        assertThat(score(new Iqr(), TRAIN, -4, 7)).isEqualTo(3);
        assertThat(score(new Iqr(), TRAIN, 3, 7)).isEqualTo(-.5);
        assertThat(score(new Iqr().combine("mean"), TRAIN, 7, 7)).isEqualTo(.5);
    }

    @Test
    void where_quartiles_are_equal_the_box_is_that_of_the_mean_absolute_deviation() {
        // Median 0, mean absolute deviation 2/8.
        Features mostlyZero = Features.of(new float[][] {{0}, {0}, {0}, {0}, {0}, {0}, {1}, {-1}});

        assertThat(score(new Iqr(), mostlyZero, 3)).isCloseTo(3 / (1.690695 * .25) - .5, within(1e-12));
        assertThat(score(new Iqr(), TRAIN, 3, 17)).isEqualTo(9.5);
    }

    @Test
    void what_a_number_adds_is_its_distance() {
        Features train = Features.of(new float[][] {{1, 10}, {3, 30}});
        Features row = Features.of(new float[][] {{4, 10}});

        assertThat(contributions(new ZScore(), train, row)).containsExactly(2, 1);
        assertThat(contributions(new ModifiedZScore(), train, row))
                .containsExactly(new double[] {2 * .6745, .6745}, within(1e-12));
        assertThat(contributions(new Iqr(), train, row)).containsExactly(1.5, .5);
    }

    @Test
    void an_unknown_way_to_combine_columns_is_refused() {
        assertThatThrownBy(() -> new ZScore().combine("median"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("zScore().combine(median): combine must be one of max, mean");
    }

    private static double score(Detector detector, Features train, float... row) {
        return detector.fit(train, FitContext.of(42)).score(Features.of(row, row.length), new Score.ModelScore())[0];
    }

    private static double[] contributions(Detector detector, Features train, Features row) {
        return detector.fit(train, FitContext.of(42))
                .contributions(row, new Score.ModelScore())
                .orElseThrow();
    }
}
