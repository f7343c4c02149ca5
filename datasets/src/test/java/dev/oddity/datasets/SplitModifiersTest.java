package dev.oddity.datasets;

import static dev.oddity.datasets.Splits.holdout;
import static dev.oddity.datasets.Splits.kFold;
import static dev.oddity.datasets.Splits.normalOnly;
import static dev.oddity.datasets.Splits.official;
import static dev.oddity.datasets.Splits.stratified;
import static dev.oddity.datasets.Splits.temporal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SplitModifiersTest {

    /** 1,000 rows that all differ, every tenth an anomaly. */
    private static final Dataset DATA = data();

    private static Dataset data() {
        boolean[] labels = new boolean[1000];
        for (int row = 0; row < 1000; row += 10) {
            labels[row] = true;
        }
        return Data.of(labels, DoubleColumn.create("x", IntStream.range(0, 1000).asDoubleStream()));
    }

    /** The same, of 40 machines of 25 rows each. */
    private static final Dataset GROUPED = new Dataset(
            "example",
            DATA.table(),
            Table.create(StringColumn.create("machine", IntStream.range(0, 1000).mapToObj(row -> "m" + row / 10 % 40))),
            DATA.labels(),
            DATA.provenance(),
            List.of());

    static Stream<Split> splits() {
        return Stream.of(
                normalOnly(0.6).contaminate(0.05),
                holdout(0.8).keep(30).contaminate(0.02).noise(0.1),
                stratified(0.7).noise(0.1).normalOnly().validation(0.2),
                kFold(5).normalOnly().validation(0.1).withoutRepeats(),
                temporal(0.7).contaminate(0.05),
                official(600).validation(0.1).keep(5));
    }

    @ParameterizedTest
    @MethodSource("splits")
    void parts_are_apart_in_order_and_the_same_for_the_same_stream(Split split) {
        Partition parts = split.of(DATA, new Random(1));

        assertThat(Stream.of(parts.train(), parts.validation(), parts.test()).flatMapToInt(Arrays::stream))
                .doesNotHaveDuplicates()
                .allMatch(row -> row >= 0 && row < 1000);
        assertThat(parts.train()).isSorted();
        assertThat(parts.test()).isSorted();
        assertThat(set(parts.train())).containsAll(set(parts.labelled()));
        assertThat(set(parts.labelled())).containsAll(set(parts.mislabelled()));
        assertThat(split.of(DATA, new Random(1))).usingRecursiveComparison().isEqualTo(parts);
    }

    @Test
    void contaminate_takes_missing_anomalies_from_the_test_rows() {
        Partition clean = normalOnly(0.5).of(DATA, new Random(1));

        Partition parts = normalOnly(0.5).contaminate(0.1).of(DATA, new Random(1));

        // 450 normal rows and 50 anomalies: a tenth of 500.
        assertThat(parts.train()).hasSize(500);
        assertThat(anomalies(parts.train())).isEqualTo(50);
        assertThat(anomalies(parts.test())).isEqualTo(50);
        assertThat(normals(parts.train())).isEqualTo(normals(clean.train()));
        assertThat(normals(parts.test())).isEqualTo(normals(clean.test()));
    }

    @Test
    void contaminate_leaves_out_anomalies_beyond_its_share_and_keeps_the_test_rows() {
        Partition plain = stratified(0.5).of(DATA, new Random(1));

        Partition parts = stratified(0.5).contaminate(0.02).of(DATA, new Random(1));

        assertThat(anomalies(plain.train())).isEqualTo(50);
        assertThat(anomalies(parts.train())).isEqualTo(9);
        assertThat(parts.train()).hasSize(459);
        assertThat(parts.test()).isEqualTo(plain.test());
    }

    @Test
    void contaminate_takes_back_what_normal_only_left_out_before_it_touches_the_test_rows() {
        for (Split split : new Split[] {holdout(0.5), stratified(0.5), temporal(0.5), official(500)}) {
            Partition plain = split.of(DATA, new Random(1));

            Partition parts = split.normalOnly().contaminate(0.05).of(DATA, new Random(1));

            assertThat(parts.test()).isEqualTo(plain.test());
            assertThat(set(plain.train())).containsAll(set(parts.train()));
            assertThat(normals(parts.train())).isEqualTo(normals(plain.train()));
            // 5 % of the training rows: one anomaly to nineteen normal rows.
            assertThat(anomalies(parts.train()))
                    .isEqualTo(normals(plain.train()).size() / 19);
        }
    }

    @Test
    void contaminate_trains_on_nothing_later_than_the_cut() {
        boolean[] labels = new boolean[100];
        Arrays.fill(labels, 58, 60, true);
        Arrays.fill(labels, 80, 100, true);
        Dataset data =
                Data.of(labels, DoubleColumn.create("x", IntStream.range(0, 100).asDoubleStream()));

        assertThat(temporal(0.6)
                        .normalOnly()
                        .contaminate(0.03)
                        .of(data, new Random(1))
                        .train())
                .hasSize(59)
                .doesNotContain(Data.rows(60, 100));
        assertThatThrownBy(() -> temporal(0.6).normalOnly().contaminate(0.1).of(data, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "temporal(0.6).normalOnly().contaminate(0.1) needs 6 training anomalies, and the training side of"
                                + " example holds 2; no test row may train in their place, being of a later time, of another group"
                                + " or published for testing: take a smaller share");
        assertThatThrownBy(() -> temporal(0.5).contaminate(0.1).of(data, new Random(1)))
                .hasMessageContaining(" needs 5 training anomalies, and the training side of example holds 0; ");
    }

    @Test
    void contaminate_takes_no_anomaly_of_a_group_that_is_tested() {
        for (Split split : new Split[] {holdout(0.5).groups("machine"), kFold(2).groups("machine")}) {
            Partition plain = split.of(GROUPED, new Random(1));

            assertThat(split.normalOnly()
                            .contaminate(0.02)
                            .of(GROUPED, new Random(1))
                            .test())
                    .isEqualTo(plain.test());
            assertThatThrownBy(() -> split.contaminate(0.3).of(GROUPED, new Random(1)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("no test row may train in their place");
        }
    }

    @Test
    void contaminate_after_noise_leaves_out_what_normal_only_believes_to_be_an_anomaly() {
        Split noisy = official(500).noise(0.2);
        Partition clean = noisy.normalOnly().of(DATA, new Random(1));

        Partition parts = noisy.normalOnly().contaminate(0.05).of(DATA, new Random(1));

        assertThat(normals(parts.train())).isEqualTo(normals(clean.train()));
        assertThat(anomalies(parts.train())).isEqualTo(normals(clean.train()).size() / 19);
    }

    @Test
    void contaminate_never_takes_the_last_anomaly_to_be_tested() {
        assertThatThrownBy(() -> normalOnly(0.5).contaminate(0.3).of(DATA, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "normalOnly(0.5).contaminate(0.3) needs 192 anomalies of the test rows of example, which hold"
                                + " 100, and one must be left to test; take a smaller share");
    }

    @Test
    void keep_tells_few_labels_and_contaminate_and_normal_only_leave_their_rows_in() {
        Partition kept = stratified(0.8).keep(30).of(DATA, new Random(1));

        assertThat(kept.train()).hasSize(800);
        assertThat(kept.labelled()).hasSize(30);
        assertThat(kept.toldLabels(DATA)).doesNotContain(false);
        assertThat(anomalies(stratified(0.8)
                        .keep(30)
                        .contaminate(0.02)
                        .of(DATA, new Random(1))
                        .train()))
                .isEqualTo(30 + 14);
        assertThat(anomalies(stratified(0.8)
                        .keep(30)
                        .normalOnly()
                        .of(DATA, new Random(1))
                        .train()))
                .isEqualTo(30);
    }

    static Stream<Split> trainingOnAnomalies() {
        return Stream.of(
                holdout(0.6),
                holdout(0.6).groups("machine"),
                stratified(0.6).validation(0.2),
                kFold(3).groups("machine").validation(0.3),
                temporal(0.6).validation(0.2),
                official(500));
    }

    @ParameterizedTest
    @MethodSource("trainingOnAnomalies")
    void keep_tells_random_anomalies_of_any_split_and_changes_no_part(Split split) {
        Partition plain = split.of(GROUPED, new Random(1));

        Partition parts = split.keep(7).of(GROUPED, new Random(1));

        assertThat(parts.train()).isEqualTo(plain.train());
        assertThat(parts.validation()).isEqualTo(plain.validation());
        assertThat(parts.test()).isEqualTo(plain.test());
        assertThat(parts.fewLabels()).isTrue();
        assertThat(parts.toldLabels(GROUPED)).hasSize(7).containsOnly(true);
        assertThat(set(parts.train())).containsAll(set(parts.labelled()));
        assertThat(split.keep(7).of(GROUPED, new Random(1)).labelled()).isEqualTo(parts.labelled());
        assertThat(split.keep(7).of(GROUPED, new Random(2)).labelled()).isNotEqualTo(parts.labelled());
    }

    @Test
    void every_training_anomaly_is_as_likely_to_be_kept_as_any_other() {
        int[] kept = new int[1000];

        for (int seed = 0; seed < 2000; seed++) {
            for (int row : official(200).keep(5).of(DATA, new Random(seed)).labelled()) {
                kept[row]++;
            }
        }

        // Of 20 anomalies 5 are kept: binomial(2000, 1/4), a standard deviation of 19; six of them are not left by
        // chance.
        assertThat(IntStream.range(0, 20).map(i -> kept[10 * i])).allMatch(count -> Math.abs(count - 500) < 117);
        assertThat(Arrays.stream(kept).sum()).isEqualTo(10_000);
    }

    @Test
    void noise_after_keep_turns_some_of_the_kept_into_normal_rows() {
        Partition parts = stratified(0.5).keep(20).noise(0.25).of(DATA, new Random(1));

        boolean[] told = parts.toldLabels(DATA);
        assertThat(told).hasSize(20);
        assertThat(IntStream.range(0, 20).filter(i -> told[i])).hasSize(15);
        assertThat(parts.train())
                .isEqualTo(stratified(0.5).of(DATA, new Random(1)).train());
    }

    @Test
    void noise_said_twice_flips_twice() {
        Partition parts = official(500).noise(0.9).noise(0.9).of(DATA, new Random(1));

        // Two times 450 of 500 labels: those flipped once are as many as those left alone by one of both, 50 each at
        // most.
        assertThat(parts.mislabelled().length).isBetween(50, 100);
        boolean[] told = parts.toldLabels(DATA);
        boolean[] truth = DATA.labels(parts.train());
        assertThat(IntStream.range(0, 500).filter(i -> told[i] != truth[i])).hasSize(parts.mislabelled().length);
    }

    @Test
    void labels_of_windows_are_told_per_window() {
        Dataset series = DATA.withLayout(new Windows(5, 5));

        Partition parts = temporal(0.5).of(series, new Random(1));

        assertThat(parts.toldLabels(series)).hasSize(100).isEqualTo(series.labels(parts.train()));
    }

    @Test
    void keep_asks_for_no_more_anomalies_than_train() {
        assertThatThrownBy(() -> normalOnly(0.5).keep(30).of(DATA, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "normalOnly(0.5).keep(30) keeps the labels of 30 training anomalies, but the 450 training rows"
                                + " of example hold 0; train on anomalies too, as stratified(0.8).keep(30) does;"
                                + " normalOnly() may follow it and leaves those kept in training");
        assertThatThrownBy(() -> stratified(0.5).keep(51).of(DATA, new Random(1)))
                .hasMessage(
                        "stratified(0.5).keep(51) keeps the labels of 51 training anomalies, but the 500 training rows"
                                + " of example hold 50; keep 50 at most, or train on more of them");
        assertThatThrownBy(() -> holdout(0.5).normalOnly().keep(1).of(DATA, new Random(1)))
                .hasMessageContaining(" hold 0; train on anomalies too, as stratified(0.8).keep(1) does");
        assertThatThrownBy(() -> holdout(0.5).keep(0))
                .hasMessage("keep(0): at least one label is kept, such as keep(50); for none, leave it out");
    }

    @Test
    void without_keep_all_training_labels_are_told() {
        Partition parts = holdout(0.8).of(DATA, new Random(1));

        assertThat(parts.fewLabels()).isFalse();
        assertThat(parts.labelled()).isEqualTo(parts.train());
        assertThat(parts.toldLabels(DATA)).isEqualTo(DATA.labels(parts.train()));
    }

    @Test
    void noise_flips_its_share_of_training_labels_and_no_other() {
        Partition parts = stratified(0.5).noise(0.1).of(DATA, new Random(1));

        boolean[] told = parts.toldLabels(DATA);
        boolean[] truth = DATA.labels(parts.train());
        assertThat(IntStream.range(0, 500).filter(i -> told[i] != truth[i])).hasSize(50);
        assertThat(parts.mislabelled()).hasSize(50);
    }

    @Test
    void clean_training_believes_noisy_labels() {
        Partition parts = stratified(0.5).noise(0.2).normalOnly().of(DATA, new Random(1));

        // Of 50 anomalies about ten are told to be normal, and of 450 normal rows about 90 are left out.
        assertThat(anomalies(parts.train())).isBetween(3, 20);
        assertThat(normals(parts.train()).size()).isBetween(335, 385);
        assertThat(parts.toldLabels(DATA)).doesNotContain(true);
    }

    @Test
    void validation_is_set_aside_before_training_is_cleaned_wherever_it_stands() {
        Partition parts = stratified(0.5).normalOnly().validation(0.2).of(DATA, new Random(1));

        assertThat(parts.validation()).hasSize(100);
        assertThat(anomalies(parts.validation())).isBetween(1, 25);
        assertThat(anomalies(parts.train())).isZero();
        assertThat(stratified(0.5).normalOnly().validation(0.2))
                .hasToString("stratified(0.5).validation(0.2).normalOnly()");
    }

    @Test
    void overlap_counts_test_rows_that_copy_training_rows_whatever_their_labels() {
        Dataset data = Data.of(
                new boolean[] {false, false, true, false, false, true},
                DoubleColumn.create("x", new Double[] {1.0, null, 1.0, -0.0, null, 1.0}),
                StringColumn.create("k", "a", "b", "a", "c", "b", "b"));
        Partition parts = new Partition(new int[] {0, 1}, new int[] {}, new int[] {2, 3, 4, 5});

        assertThat(Overlap.of(data, parts)).isEqualTo(new Overlap(2, 4));
        assertThat(Overlap.of(data, parts).share()).isEqualTo(0.5);
        assertThat(Overlap.of(data, parts))
                .hasToString("50.0 % of the test rows (2 of 4) are verbatim copies of training rows");
    }

    @Test
    void whole_numbers_that_a_double_does_not_tell_apart_are_no_copies() {
        Dataset data = Data.of(LongColumn.create("id", 1L << 53, (1L << 53) + 1, 1L << 53));

        assertThat(Overlap.of(data, new Partition(new int[] {0}, new int[0], new int[] {1, 2})))
                .isEqualTo(new Overlap(1, 2));
    }

    @Test
    void without_repeats_leaves_out_copies_of_earlier_parts_only() {
        // Rows i and i + 100 are equal in each column.
        double[] halves = IntStream.range(0, 1000)
                .mapToDouble(i -> i / 200 * 100 + i % 100)
                .toArray();
        Dataset data = Data.of(DATA.labels(), DoubleColumn.create("x", halves));
        Split split = holdout(0.5).validation(0.2);

        Partition all = split.of(data, new Random(1));
        Partition parts = split.withoutRepeats().of(data, new Random(1));

        assertThat(Overlap.of(data, all).repeated()).isPositive();
        assertThat(Overlap.of(data, parts).repeated()).isZero();
        assertThat(parts.train()).isEqualTo(all.train());
        assertThat(parts.validation().length).isLessThan(all.validation().length);
        assertThat(Arrays.stream(parts.test()).mapToObj(row -> halves[row]).toList())
                .doesNotContainAnyElementsOf(Arrays.stream(parts.validation())
                        .mapToObj(row -> halves[row])
                        .toList());
        long own = Arrays.stream(all.test())
                .filter(row -> Stream.of(all.train(), all.validation())
                        .flatMapToInt(Arrays::stream)
                        .noneMatch(other -> halves[other] == halves[row]))
                .count();
        assertThat(parts.test()).hasSize((int) own);
    }

    @Test
    void a_split_without_any_new_row_to_test_is_refused() {
        Dataset data = Data.of(new boolean[] {false, false, true, true}, DoubleColumn.create("x", 1, 2, 1, 2));

        assertThatThrownBy(() -> official(2).withoutRepeats().of(data, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage("the split official(2).withoutRepeats() leaves no test row of example (4 rows, 2 of them"
                        + " anomalies); take more rows or another share");
    }

    @Test
    void modifiers_describe_themselves_from_the_outside_in_and_read_like_the_sentence() {
        Split split = stratified(0.5).keep(50).withoutRepeats();

        assertThat(split).hasToString("stratified(0.5).keep(50).withoutRepeats()");
        assertThat(split.describe())
                .isEqualTo(Map.of(
                        "split",
                        "withoutRepeats",
                        "of",
                        Map.of(
                                "split",
                                "keep",
                                "parameter",
                                50,
                                "of",
                                Map.of("split", "stratified", "trainShare", 0.5))));
        assertThat(kFold(3).noise(0.1).repetition(1)).hasToString("kFold(3).fold(2).noise(0.1)");
    }

    private static int anomalies(int[] rows) {
        return (int) Arrays.stream(rows).filter(row -> row % 10 == 0).count();
    }

    private static Set<Integer> normals(int[] rows) {
        return set(Arrays.stream(rows).filter(row -> row % 10 != 0).toArray());
    }

    private static Set<Integer> set(int[] rows) {
        return Arrays.stream(rows).boxed().collect(Collectors.toSet());
    }
}
