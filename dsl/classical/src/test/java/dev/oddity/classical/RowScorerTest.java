package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.datasets.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowScorerTest {

    private static final RowScorer FIRST_NUMBER = rows ->
            IntStream.range(0, rows.rows()).mapToDouble(row -> rows.at(row, 0)).toArray();

    @Test
    void scores_come_back_in_the_order_of_the_rows() {
        Features rows = binary(10 * RowScorer.CHUNK + 7, 12);
        for (int row = 0; row < rows.rows(); row++) {
            rows.values()[row * 12] = row;
        }

        double[] scores = FIRST_NUMBER.inParallel().score(rows);

        assertThat(scores)
                .containsExactly(
                        IntStream.range(0, rows.rows()).asDoubleStream().toArray());
    }

    @Test
    void a_repeated_row_is_scored_once() {
        List<Integer> asked = new ArrayList<>();
        RowScorer counting = rows -> {
            asked.add(rows.rows());
            return FIRST_NUMBER.score(rows);
        };
        Features rows = Features.of(new float[][] {{5, 1}, {6, 1}, {5, 1}, {5, 2}, {6, 1}});

        double[] scores = counting.onDistinctRows().score(rows);

        assertThat(scores).containsExactly(5, 6, 5, 5, 6);
        assertThat(asked).containsExactly(3);
    }

    @Test
    void distinct_rows_keep_their_first_order_and_their_counts() {
        DistinctRows distinct = DistinctRows.of(Features.of(new float[][] {{5, 1}, {6, 1}, {5, 1}, {5, 2}, {6, 1}}));

        assertThat(distinct.rows().values()).containsExactly(5, 1, 6, 1, 5, 2);
        assertThat(distinct.counts()).containsExactly(2, 2, 1);
        assertThat(distinct.indexOf()).containsExactly(0, 1, 0, 2, 1);
    }

    @Test
    void all_binary_rows_of_twelve_columns_are_told_apart() {
        DistinctRows distinct = DistinctRows.of(binary(1 << 13, 12));

        assertThat(distinct.counts()).hasSize(1 << 12).containsOnly(2);
    }

    /** Row number i has the bits of i. */
    private static Features binary(int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / columns >> i % columns & 1;
        }
        return Features.of(values, columns);
    }
}
