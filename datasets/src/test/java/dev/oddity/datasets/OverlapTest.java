package dev.oddity.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

class OverlapTest {

    private static final Dataset ROWS = Data.of(
            new boolean[6],
            DoubleColumn.create("x", 1, 2, 1, 1, 2, 1),
            StringColumn.create("kind", "a", "b", "b", "a", "b", "a"));

    @Test
    void counts_test_rows_that_repeat_a_training_row_in_every_column() {
        Overlap overlap = Overlap.of(ROWS, new Partition(new int[] {0, 1}, new int[0], new int[] {2, 3, 4, 5}));

        assertThat(overlap).isEqualTo(new Overlap(4, 3));
        assertThat(overlap.note()).contains("75 % of the test rows are verbatim copies of training rows.");
    }

    @Test
    void says_nothing_where_hardly_any_row_repeats() {
        assertThat(new Overlap(1000, 9).note()).isEmpty();
        assertThat(new Overlap(0, 0).note()).isEmpty();
    }

    @Test
    void points_of_a_series_are_not_counted() {
        Partition parts = new Partition(new int[] {0, 1}, new int[0], new int[] {2, 3, 4, 5});

        assertThat(Overlap.of(ROWS.withLayout(new Windows(2, 1)), parts).repeated())
                .isZero();
    }
}
