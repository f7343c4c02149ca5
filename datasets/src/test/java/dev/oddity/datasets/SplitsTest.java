package dev.oddity.datasets;

import static dev.oddity.datasets.Splits.holdout;
import static dev.oddity.datasets.Splits.normalOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;

class SplitsTest {

    /** 1,000 rows, every tenth an anomaly. */
    private static final Dataset DATA = tenPercent(1000);

    private static Dataset tenPercent(int rows) {
        boolean[] labels = new boolean[rows];
        for (int row = 0; row < rows; row += 10) {
            labels[row] = true;
        }
        return Data.of(labels, DoubleColumn.create("x", IntStream.range(0, rows).asDoubleStream()));
    }

    static Stream<Split> splits() {
        return Stream.of(
                holdout(0.7),
                holdout(0.5).normalOnly().validation(0.1),
                normalOnly(0.6),
                normalOnly(0.6).validation(0.2),
                normalOnly(0.5).anomalyShare(0.1));
    }

    @ParameterizedTest
    @MethodSource("splits")
    void no_row_is_in_two_parts(Split split) {
        Partition parts = split.of(DATA, new Random(1));

        assertThat(Stream.of(parts.train(), parts.validation(), parts.test()).flatMapToInt(Arrays::stream))
                .doesNotHaveDuplicates()
                .allMatch(row -> row >= 0 && row < 1000);
    }

    @ParameterizedTest
    @MethodSource("splits")
    void the_same_random_stream_gives_the_same_parts_and_another_one_others(Split split) {
        Partition parts = split.of(DATA, new Random(1));

        assertThat(split.of(DATA, new Random(1))).usingRecursiveComparison().isEqualTo(parts);
        assertThat(split.of(DATA, new Random(2)).train()).isNotEqualTo(parts.train());
    }

    @ParameterizedTest
    @MethodSource("splits")
    void parts_list_their_rows_in_the_order_of_the_data(Split split) {
        Partition parts = split.of(DATA, new Random(1));

        assertThat(parts.train()).isSorted();
        assertThat(parts.validation()).isSorted();
        assertThat(parts.test()).isSorted();
    }

    @Test
    void holdout_divides_all_rows_and_keeps_the_mixture() {
        Partition parts = holdout(0.7).of(DATA, new Random(1));

        assertThat(parts.train()).hasSize(700);
        assertThat(parts.validation()).isEmpty();
        assertThat(parts.test()).hasSize(300);
        assertThat(anomalies(parts.train()) + anomalies(parts.test())).isEqualTo(100);
        assertThat(anomalies(parts.train())).isBetween(50, 90);
    }

    @Test
    void holdout_normal_only_leaves_anomalies_out_of_training_but_not_out_of_validation() {
        Partition parts = holdout(0.5).normalOnly().validation(0.2).of(DATA, new Random(1));

        assertThat(parts.validation()).hasSize(100);
        assertThat(anomalies(parts.validation())).isPositive();
        assertThat(anomalies(parts.train())).isZero();
        assertThat(parts.test()).hasSize(500);
        assertThat(parts.train().length).isBetween(330, 390);
    }

    @Test
    void the_test_part_of_holdout_does_not_depend_on_validation() {
        int[] test = holdout(0.5).of(DATA, new Random(1)).test();

        assertThat(holdout(0.5)
                        .validation(0.3)
                        .normalOnly()
                        .of(DATA, new Random(1))
                        .test())
                .isEqualTo(test);
    }

    @Test
    void normal_only_tests_on_the_other_normals_and_all_anomalies() {
        Partition parts = normalOnly(0.6).of(DATA, new Random(1));

        assertThat(parts.train()).hasSize(540);
        assertThat(anomalies(parts.train())).isZero();
        assertThat(parts.test()).hasSize(460);
        assertThat(anomalies(parts.test())).isEqualTo(100);
    }

    @Test
    void normal_only_takes_validation_from_the_test_side_and_keeps_the_training_rows() {
        Partition plain = normalOnly(0.6).of(DATA, new Random(1));

        Partition parts = normalOnly(0.6).validation(0.5).of(DATA, new Random(1));

        assertThat(parts.train()).isEqualTo(plain.train());
        assertThat(parts.validation()).hasSize(230);
        assertThat(parts.test()).hasSize(230);
        assertThat(anomalies(parts.validation())).isBetween(30, 70);
    }

    @Test
    void an_anomaly_share_thins_the_anomalies_of_the_test_side() {
        Partition parts = normalOnly(0.5).anomalyShare(0.1).of(DATA, new Random(1));

        assertThat(parts.train()).hasSize(450);
        assertThat(anomalies(parts.test())).isEqualTo(50);
        assertThat(parts.test()).hasSize(500);
    }

    @Test
    void every_row_is_as_likely_to_train_as_any_other() {
        int[] trained = new int[20];
        Dataset data = Data.of(DoubleColumn.create("x", IntStream.range(0, 20).asDoubleStream()));

        for (int seed = 0; seed < 4000; seed++) {
            for (int row : holdout(0.5).of(data, new Random(seed)).train()) {
                trained[row]++;
            }
        }

        // Binomial(4000, 1/2) has a standard deviation of 32; six of them are not left by chance.
        assertThat(Arrays.stream(trained)).allMatch(count -> Math.abs(count - 2000) < 190);
    }

    @Test
    void a_split_describes_itself_in_full_and_reads_like_the_sentence() {
        Split split = normalOnly(0.6).validation(0.2);

        assertThat(split.describe())
                .isEqualTo(
                        Map.of("split", "normalOnly", "trainShare", 0.6, "validationShare", 0.2, "anomalyShare", 0.0));
        assertThat(split).hasToString("normalOnly(0.6).validation(0.2)");
        assertThat(holdout(0.5).validation(0.1).normalOnly()).hasToString("holdout(0.5).normalOnly().validation(0.1)");
        assertThat(holdout(0.5).normalOnly().describe())
                .isEqualTo(Map.of("split", "holdout", "trainShare", 0.5, "normalOnly", true, "validationShare", 0.0));
    }

    @Test
    void a_share_outside_its_range_is_refused() {
        assertThatThrownBy(() -> holdout(60))
                .isInstanceOf(DataException.class)
                .hasMessage("holdout(60.0): a share is between 0 and 1, both excluded, such as holdout(0.6)");
        assertThatThrownBy(() -> normalOnly(Double.NaN))
                .hasMessage("normalOnly(NaN): a share is between 0 and 1, both excluded, such as normalOnly(0.6)");
        assertThatThrownBy(() -> holdout(0.5).validation(1))
                .hasMessage("validation(1.0): a share is at least 0 and less than 1, such as validation(0.1)");
    }

    @Test
    void a_split_that_leaves_nothing_to_train_on_is_refused() {
        Dataset allAnomalies = Data.of(new boolean[] {true, true, true}, DoubleColumn.create("x", 1, 2, 3));

        assertThatThrownBy(() -> normalOnly(0.6).of(allAnomalies, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the split normalOnly(0.6) leaves no training row of example (3 rows, 3 of them anomalies); take"
                                + " more rows or another share");
    }

    private static int anomalies(int[] rows) {
        return (int) Arrays.stream(rows).filter(row -> row % 10 == 0).count();
    }
}
