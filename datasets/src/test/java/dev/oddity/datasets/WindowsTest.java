package dev.oddity.datasets;

import static dev.oddity.datasets.Preparations.passthrough;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;

class WindowsTest {

    /** Two channels of seven points: 0 … 6 and 10 … 16. */
    private static final Dataset SERIES = Data.of(
                    new boolean[] {false, false, false, false, true, false, false},
                    DoubleColumn.create("a", 0, 1, 2, 3, 4, 5, 6),
                    DoubleColumn.create("b", 10, 11, 12, 13, 14, 15, 16))
            .withLayout(new Windows(3, 2));

    @Test
    void a_window_is_consecutive_rows_shaped_steps_by_features() {
        Features features = passthrough().fit(SERIES, Data.rows(0, 7)).transform(SERIES.table());

        assertThat(features.shape()).containsExactly(3, 3, 2);
        assertThat(features.values()).containsExactly(0, 10, 1, 11, 2, 12, 2, 12, 3, 13, 4, 14, 4, 14, 5, 15, 6, 16);
        assertThat(features.names()).containsExactly("a[0]", "b[0]", "a[1]", "b[1]", "a[2]", "b[2]");
        assertThat(features.columns()).isEqualTo(6);
    }

    @Test
    void a_window_is_an_anomaly_if_any_of_its_points_is() {
        assertThat(SERIES.labels(Data.rows(0, 7))).containsExactly(false, true, true);
        assertThat(SERIES.examples(Data.rows(0, 7))).isEqualTo(3);
        assertThat(SERIES.anomalies()).isEqualTo(1);
    }

    @Test
    void no_window_crosses_the_split_nor_a_place_where_rows_were_left_out() {
        Dataset series = SERIES.withLayout(new Windows(2, 1));
        Partition parts = Splits.temporal(0.75).normalOnly().of(series, new Random(1));

        Features train = passthrough().fit(series, parts.train()).transform(series.table(), parts.train());
        Features test = passthrough().fit(series, parts.train()).transform(series.table(), parts.test());

        assertThat(parts.train()).containsExactly(0, 1, 2, 3);
        assertThat(train.shape()).containsExactly(3, 2, 2);
        assertThat(test.shape()).containsExactly(1, 2, 2);
        assertThat(test.values()).containsExactly(5, 15, 6, 16);
        assertThat(new Windows(2, 1).starts(new int[] {0, 1, 2, 5, 6})).containsExactly(0, 1, 3);
    }

    @Test
    void a_part_without_rows_has_no_windows() {
        Features none = passthrough().fit(SERIES, Data.rows(0, 7)).transform(SERIES.table(), new int[0]);

        assertThat(none.shape()).containsExactly(0, 3, 2);
        assertThat(SERIES.labels(new int[0])).isEmpty();
    }

    @Test
    void rows_drawn_at_random_leave_no_window_and_are_refused() {
        assertThatThrownBy(() -> new Windows(64, 1).starts(new int[] {1, 2, 5, 9}))
                .isInstanceOf(DataException.class)
                .hasMessage("windows(64) of 4 rows: the longest run of consecutive rows among them has 2; take shorter"
                        + " windows, or a split that keeps rows together, such as one in time");
    }

    @Test
    void window_scores_go_back_to_the_points_they_cover() {
        Windows windows = new Windows(3, 2);

        assertThat(windows.meanPerPoint(new double[] {1, 3}, Data.rows(0, 6)))
                .containsExactly(1, 1, 2, 3, 3, Double.NaN);
        assertThat(windows.maxPerPoint(new double[] {1, 3}, Data.rows(0, 6)))
                .containsExactly(1, 1, 3, 3, 3, Double.NaN);
        assertThatThrownBy(() -> windows.maxPerPoint(new double[] {1}, Data.rows(0, 6)))
                .isInstanceOf(DataException.class)
                .hasMessage("1 scores for 2 windows; give one score per window");
    }

    @Test
    void a_kept_preparation_makes_the_same_windows() {
        FittedPreparation fitted = passthrough().fit(SERIES, Data.rows(0, 7));

        FittedPreparation restored = FittedPreparation.restore(fitted.state());

        assertThat(restored.layout()).isEqualTo(new Windows(3, 2));
        assertThat(restored.transform(SERIES.table()).values())
                .isEqualTo(fitted.transform(SERIES.table()).values());
    }

    @Test
    void lengths_and_strides_are_at_least_one() {
        assertThatThrownBy(() -> new Windows(0, 1))
                .isInstanceOf(DataException.class)
                .hasMessage("windows(0): a window has at least one row, such as windows(64)");
        assertThatThrownBy(() -> new Windows(8, 0))
                .isInstanceOf(DataException.class)
                .hasMessage("stride(0): windows start at least one row apart, such as stride(1) or stride(16)");
    }

    @Test
    void a_series_cannot_be_sampled() {
        assertThatThrownBy(() -> SERIES.sample(3, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "sample(3) of example: a series without most of its points has no windows; for fewer windows"
                                + " take a larger .stride(..)");
    }

    @Test
    void layouts_are_restored_from_their_description() {
        for (Layout layout : new Layout[] {Layout.table(), RowShape.image(3, 8, 9), new Windows(64, 4)}) {
            Map<String, Object> tree = layout.describe();

            assertThat(Layout.restore(tree)).isEqualTo(layout);
        }
    }
}
