package dev.oddity.datasets;

import static dev.oddity.datasets.Splits.holdout;
import static dev.oddity.datasets.Splits.kFold;
import static dev.oddity.datasets.Splits.official;
import static dev.oddity.datasets.Splits.stratified;
import static dev.oddity.datasets.Splits.temporal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class OrderedSplitsTest {

    /** 100 rows of 20 customers, 5 rows each, every tenth an anomaly; time runs backwards. */
    private static final Dataset DATA = data();

    private static Dataset data() {
        boolean[] labels = new boolean[100];
        for (int row = 0; row < 100; row += 10) {
            labels[row] = true;
        }
        Table table =
                Table.create(DoubleColumn.create("x", IntStream.range(0, 100).asDoubleStream()));
        Table keys = Table.create(
                StringColumn.create("customer", IntStream.range(0, 100).mapToObj(row -> "c" + row % 20)),
                DoubleColumn.create("time", IntStream.range(0, 100).mapToDouble(row -> -row)),
                DateColumn.create(
                        "day",
                        IntStream.range(0, 100)
                                .mapToObj(row -> LocalDate.of(2026, 1, 1).minusDays(row))));
        return new Dataset("example", table, keys, labels, new Provenance("a test", "", "", "", ""), List.of());
    }

    @Test
    void stratified_gives_both_sides_the_mixture_of_the_data() {
        Partition parts = stratified(0.7).of(DATA, new Random(1));

        assertThat(parts.train()).hasSize(70);
        assertThat(anomalies(parts.train())).isEqualTo(7);
        assertThat(parts.test()).hasSize(30);
        assertThat(stratified(0.7).of(DATA, new Random(2)).train()).isNotEqualTo(parts.train());
    }

    @Test
    void only_a_split_in_time_tells_the_order_of_the_rows() {
        int[] forwards = IntStream.range(0, 100).toArray();
        int[] backwards = IntStream.range(0, 100).map(row -> 99 - row).toArray();

        assertThat(temporal(0.5).timeOrder(DATA)).contains(forwards);
        assertThat(temporal(0.5).by("time").timeOrder(DATA)).contains(backwards);
        assertThat(temporal(0.5).by("day").normalOnly().validation(0.1).timeOrder(DATA))
                .contains(backwards);
        assertThat(holdout(0.5).timeOrder(DATA)).isEmpty();
        assertThat(official(50).normalOnly().timeOrder(DATA)).isEmpty();
    }

    @Test
    void k_fold_tests_each_row_once_whatever_the_random_stream() {
        int[] tested = new int[100];

        for (int i = 0; i < 5; i++) {
            Partition parts = kFold(5).repetition(i).of(DATA, new Random(i));
            assertThat(parts.test()).hasSize(20);
            assertThat(anomalies(parts.test())).isEqualTo(2);
            assertThat(parts.train()).hasSize(80);
            Arrays.stream(parts.test()).forEach(row -> tested[row]++);
        }

        assertThat(tested).containsOnly(1);
    }

    @Test
    void folds_are_of_one_size_to_a_row() {
        boolean[] labels = new boolean[103];
        Arrays.fill(labels, 0, 12, true);
        Dataset data = Data.of(labels, DoubleColumn.create("x", new double[103]));

        assertThat(kFold(5).each().stream()
                        .map(fold -> fold.of(data, new Random(1)).test().length))
                .allMatch(size -> size == 20 || size == 21);
    }

    @Test
    void a_repetition_beyond_the_last_fold_begins_again() {
        assertThat(kFold(3).repetition(4)).isEqualTo(kFold(3).fold(2));
        assertThat(kFold(3).each()).containsExactly(kFold(3), kFold(3).fold(2), kFold(3).fold(3));
        assertThat(kFold(3).fold(2).groups("customer")).hasToString("kFold(3).fold(2).groups(\"customer\")");
    }

    @Test
    void no_group_is_on_two_sides() {
        Partition parts = holdout(0.7).groups("customer").validation(0.3).of(DATA, new Random(1));

        assertThat(parts.train()).hasSize(50);
        assertThat(parts.validation()).hasSize(20);
        assertThat(parts.test()).hasSize(30);
        assertThat(customers(parts.train())).doesNotContainAnyElementsOf(customers(parts.validation()));
        assertThat(customers(parts.train())).doesNotContainAnyElementsOf(customers(parts.test()));
        assertThat(customers(parts.validation())).doesNotContainAnyElementsOf(customers(parts.test()));
    }

    @Test
    void no_group_is_in_two_folds() {
        Set<String> seen = new TreeSet<>();

        for (KFold fold : kFold(4).groups("customer").each()) {
            Partition parts = fold.of(DATA, new Random(1));
            assertThat(parts.test()).hasSize(25);
            assertThat(customers(parts.test())).noneMatch(seen::contains);
            seen.addAll(customers(parts.test()));
        }

        assertThat(seen).hasSize(20);
    }

    @Test
    void validation_of_folds_of_groups_takes_whole_groups() {
        for (KFold fold : kFold(4).groups("customer").each()) {
            for (Split split :
                    new Split[] {fold.validation(0.2), fold.normalOnly().validation(0.2)}) {
                Partition parts = split.of(DATA, new Random(1));

                // 75 rows are not tested: three customers of five rows each are a fifth of them.
                assertThat(parts.validation()).hasSize(15);
                assertThat(customers(parts.validation()))
                        .hasSize(3)
                        .doesNotContainAnyElementsOf(customers(parts.train()));
                assertThat(customers(parts.test()))
                        .doesNotContainAnyElementsOf(customers(parts.train()))
                        .doesNotContainAnyElementsOf(customers(parts.validation()));
            }
        }
    }

    @Test
    void validation_is_never_silently_empty() {
        assertThatThrownBy(() -> kFold(4).groups("customer").validation(0.05).of(DATA, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the split kFold(4).groups(\"customer\").validation(0.05) leaves no validation row of example"
                                + " (100 rows, 10 of them anomalies); take more rows or another share");
        for (Split split : new Split[] {
            holdout(0.7).validation(0.01),
            holdout(0.7).groups("customer").validation(0.01),
            temporal(0.7).validation(0.01),
            stratified(0.7).validation(0.01)
        }) {
            assertThatThrownBy(() -> split.of(DATA, new Random(1)))
                    .hasMessageContaining(" leaves no validation row of ");
        }
        assertThat(holdout(0.7).validation(0).of(DATA, new Random(1)).validation())
                .isEmpty();
    }

    @Test
    void there_are_no_more_folds_than_groups() {
        assertThatThrownBy(() -> kFold(21).groups("customer").of(DATA, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "kFold(21).groups(\"customer\") deals out whole groups, and 'customer' of example has 20 for 21"
                                + " folds; take as many folds at most");
    }

    @Test
    void rows_without_a_group_are_groups_of_their_own() {
        Dataset data = Data.of(new boolean[4], StringColumn.create("customer", "", "", "a", "a"));

        assertThat(kFold(2).groups("customer").each().stream()
                        .map(fold -> fold.of(data, new Random(1)).test()))
                .containsExactlyInAnyOrder(new int[] {0, 1}, new int[] {2, 3});
    }

    @Test
    void temporal_trains_on_the_earlier_rows() {
        Partition parts = temporal(0.7).validation(0.1).of(DATA, new Random(1));

        assertThat(parts.train()).isEqualTo(Data.rows(0, 63));
        assertThat(parts.validation()).isEqualTo(Data.rows(63, 70));
        assertThat(parts.test()).isEqualTo(Data.rows(70, 100));
    }

    @Test
    void temporal_goes_by_a_column_of_numbers_or_dates_even_if_it_is_no_feature() {
        for (String column : new String[] {"time", "day"}) {
            Partition parts = temporal(0.7).by(column).validation(0.1).of(DATA, new Random(1));

            assertThat(parts.train()).isEqualTo(Data.rows(37, 100));
            assertThat(parts.validation()).isEqualTo(Data.rows(30, 37));
            assertThat(parts.test()).isEqualTo(Data.rows(0, 30));
        }
    }

    @Test
    void official_trains_on_the_first_rows() {
        Partition parts = official(60).of(DATA, new Random(1));

        assertThat(parts.train()).isEqualTo(Data.rows(0, 60));
        assertThat(parts.test()).isEqualTo(Data.rows(60, 100));
    }

    @Test
    void a_sample_keeps_its_keys() {
        Dataset sample = DATA.sample(50, new Random(1));

        assertThat(sample.keys().stringColumn("customer").asList())
                .isEqualTo(Arrays.stream(sample.table().doubleColumn("x").asDoubleArray())
                        .mapToObj(x -> "c" + (int) x % 20)
                        .toList());
    }

    @Test
    void what_cannot_be_divided_is_refused() {
        assertThatThrownBy(() -> holdout(0.7).groups("custmer").of(DATA, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage("no column 'custmer' in example; did you mean 'customer'? columns: x, customer, time, day");
        assertThatThrownBy(() -> holdout(0.7).normalOnly().groups("customer"))
                .isInstanceOf(DataException.class)
                .hasMessage("groups(\"customer\") comes right after holdout(0.7), the other words after it:"
                        + " holdout(0.7).groups(\"customer\").normalOnly()");
        assertThatThrownBy(() -> kFold(2).groups("customer")
                        .of(Data.of(StringColumn.create("customer", "a", "a")), new Random(1)))
                .hasMessage(
                        "the column 'customer' of example holds one group only, and a group is never divided; name a"
                                + " column with more");
        assertThatThrownBy(() -> temporal(0.5)
                        .by("time")
                        .of(Data.of(DoubleColumn.create("time", new Double[] {1.0, null})), new Random(1)))
                .hasMessage(
                        "the time 'time' of example is missing in row 2; every row needs one to be put in order: fill"
                                + " it in, or leave the row out");
        assertThatThrownBy(() -> official(100).of(DATA, new Random(1)))
                .hasMessage("official(100) leaves no test row: example has 100 rows; load all of them, without"
                        + " .sample(..), or take another split");
        assertThatThrownBy(() -> official(0))
                .hasMessage("official(0): at least one row trains, such as official(1000)");
        assertThatThrownBy(() -> kFold(1)).hasMessage("kFold(1): there are at least 2 folds, such as kFold(5)");
        assertThatThrownBy(() -> kFold(5).fold(6))
                .hasMessage("fold(6): the folds of kFold(5) are 1 to 5, such as fold(1)");
    }

    @Test
    void describes_all_that_decides_the_parts() {
        assertThat(kFold(5).groups("customer").describe())
                .isEqualTo(Map.of("split", "kFold", "folds", 5, "fold", 1, "groups", "customer"));
        assertThat(temporal(0.7).by("time").describe())
                .isEqualTo(Map.of("split", "temporal", "trainShare", 0.7, "validationShare", 0.0, "column", "time"));
        assertThat(temporal(0.7).by("time").validation(0.1)).hasToString("temporal(0.7).by(\"time\").validation(0.1)");
        assertThat(holdout(0.7).groups("customer").describe())
                .isEqualTo(Map.of("split", "groups", "trainShare", 0.7, "column", "customer", "validationShare", 0.0));
        assertThat(official(60).describe()).isEqualTo(Map.of("split", "official", "trainRows", 60));
    }

    private static int anomalies(int[] rows) {
        return (int) Arrays.stream(rows).filter(row -> row % 10 == 0).count();
    }

    private static Set<String> customers(int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> "c" + row % 20).collect(Collectors.toSet());
    }
}
