package dev.oddity.datasets;

import static dev.oddity.datasets.Preparations.passthrough;
import static dev.oddity.datasets.Splits.holdout;
import static dev.oddity.datasets.Splits.kFold;
import static dev.oddity.datasets.Splits.normalOnly;
import static dev.oddity.datasets.Splits.official;
import static dev.oddity.datasets.Splits.stratified;
import static dev.oddity.datasets.Splits.temporal;
import static dev.oddity.datasets.catalogue.Catalogue.breastCancer;
import static dev.oddity.datasets.catalogue.Catalogue.digits;
import static dev.oddity.datasets.catalogue.Catalogue.sine;
import static dev.oddity.datasets.catalogue.Catalogue.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.datasets.catalogue.TableSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Windows over several series, and over rows that do not stand in the order of time. */
class SeriesWindowsTest {

    private static final int MACHINES = 6;
    private static final int TIMES = 20;

    /** Readings of six machines at twenty times; a reading is 1000 × machine + time. */
    private static final List<int[]> READINGS = IntStream.range(0, MACHINES)
            .boxed()
            .flatMap(machine -> IntStream.range(0, TIMES).mapToObj(time -> new int[] {machine, time}))
            .toList();

    /** One machine after the other. */
    private static final TableSource BY_MACHINE = readings(READINGS);

    /** As a log has them: in order of time, the machines mixed. */
    private static final TableSource BY_TIME = readings(READINGS.stream()
            .sorted((a, b) -> a[1] == b[1] ? a[0] - b[0] : a[1] - b[1])
            .toList());

    private static final TableSource SHUFFLED = readings(shuffled());

    private static List<int[]> shuffled() {
        int[] order = RowOrder.shuffled(READINGS.size(), new Random(3));
        return IntStream.of(order).mapToObj(READINGS::get).toList();
    }

    private static TableSource readings(List<int[]> readings) {
        return table(Table.create(
                        "readings",
                        DoubleColumn.create(
                                "x", readings.stream().mapToDouble(reading -> 1000 * reading[0] + reading[1])),
                        StringColumn.create("machine", readings.stream().map(reading -> "m" + reading[0])),
                        IntColumn.create("t", readings.stream().mapToInt(reading -> reading[1])),
                        StringColumn.create(
                                "state", readings.stream().map(reading -> reading[1] % 7 == 3 ? "bad" : "good"))))
                .label("state")
                .positive("bad")
                .drop("machine", "t");
    }

    static Stream<WindowedSource> wholeGroups() {
        return Stream.of(BY_MACHINE, BY_TIME)
                .flatMap(source -> Stream.of(
                        source.windows(4).split(holdout(0.5).groups("machine")),
                        source.windows(4)
                                .stride(3)
                                .split(holdout(0.7).groups("machine").validation(0.4)),
                        source.split(holdout(0.5).groups("machine").normalOnly())
                                .windows(3),
                        source.windows(4).split(kFold(3).groups("machine").validation(0.5)),
                        source.windows(4).groups("machine"),
                        source.windows(20).groups("machine").split(kFold(2).groups("machine"))));
    }

    @ParameterizedTest
    @MethodSource("wholeGroups")
    void a_window_is_of_one_group_and_a_group_on_one_side(WindowedSource source) {
        Dataset data = source.load();
        Partition parts = source.split().of(data, new Random(1));

        List<Set<Integer>> machines = Stream.of(parts.train(), parts.validation(), parts.test())
                .map(rows -> windows(data, parts, rows))
                .map(windows -> windows.stream()
                        .map(SeriesWindowsTest::machineOfStepsInARow)
                        .collect(Collectors.toSet()))
                .toList();

        assertThat(machines.get(0)).isNotEmpty();
        assertThat(machines.get(2)).isNotEmpty();
        assertThat(machines.stream().flatMap(Set::stream)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("wholeGroups")
    void labels_are_those_of_the_windows(WindowedSource source) {
        Dataset data = source.load();
        Partition parts = source.split().of(data, new Random(1));

        boolean[] labels = data.labels(parts.test());

        List<float[]> windows = windows(data, parts, parts.test());
        assertThat(labels).hasSize(windows.size());
        for (int i = 0; i < labels.length; i++) {
            boolean bad = false;
            for (float reading : windows.get(i)) {
                bad |= (int) reading % 1000 % 7 == 3;
            }
            assertThat(labels[i]).isEqualTo(bad);
        }
    }

    @Test
    void the_partial_window_at_the_end_of_each_series_is_left_out() {
        WindowedSource source = BY_MACHINE.windows(8).stride(5).split(kFold(2).groups("machine"));
        Dataset data = source.load();

        Partition parts = source.split().of(data, new Random(1));

        // Each of three machines has windows at 0, 5 and 10; one at 15 would end beyond its 20 readings.
        assertThat(windows(data, parts, parts.test()).stream().map(window -> (int) window[0] % 1000))
                .containsExactly(0, 5, 10, 0, 5, 10, 0, 5, 10);
    }

    @Test
    void a_window_longer_than_any_group_is_refused_and_shorter_groups_have_none() {
        Dataset long20 = BY_MACHINE.windows(21).groups("machine").load();
        Windows mixed = new Windows(3, 1).ofSeries(List.of(2, 6));

        assertThatThrownBy(() -> long20.examples(Data.rows(0, 120)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "windows(21) of 120 rows: the longest run of consecutive rows among them has 20, and no window"
                                + " crosses the border of a series; take shorter windows, or a split that keeps rows together,"
                                + " such as one in time");
        assertThat(mixed.starts(Data.rows(0, 8))).containsExactly(2, 3);
    }

    @Test
    void scores_go_back_to_the_points_on_their_side_of_a_border() {
        Windows windows = new Windows(2, 1).ofSeries(List.of(3));

        assertThat(windows.starts(Data.rows(0, 6))).containsExactly(0, 1, 3, 4);
        assertThat(windows.meanPerPoint(new double[] {1, 3, 10, 30}, Data.rows(0, 6)))
                .containsExactly(1, 2, 3, 10, 20, 30);
        assertThat(windows.maxPerPoint(new double[] {1, 3, 10, 30}, Data.rows(0, 6)))
                .containsExactly(1, 3, 3, 10, 30, 30);
        assertThat(windows.ofSeries(List.of(1, 2)).starts(new int[] {1, 2, 3, 4}))
                .containsExactly(1, 2);
    }

    @Test
    void a_stride_greater_than_the_length_leaves_points_between_windows_without_a_score() {
        assertThat(new Windows(2, 3).meanPerPoint(new double[] {1, 2}, Data.rows(0, 6)))
                .containsExactly(1, 1, Double.NaN, 2, 2, Double.NaN);
    }

    @Test
    void windows_follow_the_time_of_the_split_whatever_the_order_of_the_file() {
        for (TableSource file : List.of(BY_MACHINE, BY_TIME, SHUFFLED)) {
            WindowedSource source = file.windows(4)
                    .groups("machine")
                    .split(temporal(0.5).by("t").validation(0.2));
            Dataset data = source.load();
            Partition parts = source.split().of(data, new Random(1));

            // Of 120 rows in order of time the first 48 train: eight times of six machines; then two times validate.
            List<float[]> train = windows(data, parts, parts.train());
            assertThat(train).hasSize(MACHINES * 5).allMatch(window -> window[3] % 1000 < 8);
            train.forEach(SeriesWindowsTest::machineOfStepsInARow);
            List<float[]> test = windows(data, parts, parts.test());
            assertThat(test).hasSize(MACHINES * 7).allMatch(window -> window[0] % 1000 >= 10);
            test.forEach(SeriesWindowsTest::machineOfStepsInARow);
        }
    }

    @Test
    void one_series_out_of_order_is_put_in_order_with_its_labels_and_keys() {
        Table points = Table.create(
                "points",
                DoubleColumn.create("x", 30, 10, 40, 20),
                IntColumn.create("t", 3, 1, 4, 2),
                StringColumn.create("y", "good", "bad", "good", "good"));
        WindowedSource source = table(points)
                .label("y")
                .positive("bad")
                .drop("t")
                .windows(2)
                .split(temporal(0.5).by("t").normalOnly());

        Dataset data = source.load();

        assertThat(data.table().doubleColumn("x").asDoubleArray()).containsExactly(10, 20, 30, 40);
        assertThat(data.keys().intColumn("t").asObjectArray()).containsExactly(1, 2, 3, 4);
        assertThat(data.labels()).containsExactly(true, false, false, false);
        assertThat(data.notes())
                .contains(
                        "Rows were put in order for windows: one series after the other, each in the order of its time.");
    }

    @Test
    void loaded_without_the_split_rows_out_of_order_and_groups_side_by_side_are_refused() {
        Dataset byMachine = BY_MACHINE.windows(4).split(temporal(0.5)).load();

        assertThatThrownBy(() -> temporal(0.5).by("t").of(byMachine, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the time 't' of readings goes back from row 20 to row 21, and windows take rows as they stand;"
                                + " say it to the source before it is loaded, which puts rows in order:"
                                + " .windows(4).split(temporal(0.5).by(\"t\"))");
        assertThatThrownBy(() -> holdout(0.5).groups("machine").of(byMachine, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the groups of 'machine' are divided, and windows of readings would run from one into the next,"
                                + " as at row 21; say it to the source before it is loaded: .windows(4).groups(\"machine\")");
    }

    @Test
    void rows_change_places_for_no_split_that_goes_by_places() {
        assertThatThrownBy(() -> BY_TIME.windows(4)
                        .groups("machine")
                        .split(temporal(0.5))
                        .load())
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the rows of one 'machine' do not stand together in readings, and temporal(0.5) goes by where"
                                + " rows stand; name the time, temporal(0.6).by(..), or sort the data by 'machine'");
        assertThat(BY_MACHINE
                        .windows(4)
                        .groups("machine")
                        .split(official(60))
                        .load()
                        .layout())
                .isEqualTo(new Windows(4, 1, List.of(20, 40, 60, 80, 100), List.of("machine")));
    }

    @Test
    void only_the_sources_own_random_split_is_replaced() {
        assertThat(breastCancer().windows(2).split()).isEqualTo(temporal(0.6).normalOnly());
        assertThat(BY_MACHINE.windows(2).groups("machine").split())
                .isEqualTo(holdout(0.6).groups("machine").normalOnly());
        assertThat(breastCancer().split(holdout(0.7)).windows(2).split()).isEqualTo(holdout(0.7));
        assertThat(sine(100).split(temporal(0.3)).windows(2).split()).isEqualTo(temporal(0.3));
    }

    static Stream<Split> rowByRow() {
        return Stream.of(
                holdout(0.7),
                holdout(0.7).normalOnly().validation(0.1),
                normalOnly(0.6),
                stratified(0.6).validation(0.2),
                kFold(5).normalOnly());
    }

    @ParameterizedTest
    @MethodSource("rowByRow")
    void a_chosen_split_that_draws_single_rows_is_refused_for_windows(Split split) {
        WindowedSource source = sine(200).split(split).windows(8);
        Dataset data = source.load();

        assertThatThrownBy(() -> source.split().of(data, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(
                        " draws rows one by one, and sine is seen through windows of 8 that follow each other; divide it in"
                                + " time, temporal(0.6), or by whole groups, holdout(0.6).groups(..) or kFold(5).groups(..)");
    }

    @Test
    void windows_of_a_single_row_may_be_drawn_one_by_one() {
        WindowedSource source = breastCancer().windows(1).split(holdout(0.5));
        Dataset data = source.load();

        assertThat(data.examples(source.split().of(data, new Random(1)).test())).isEqualTo(285);
    }

    @Test
    void repeats_are_single_rows_and_not_left_out_of_a_series() {
        Dataset data = sine(200).windows(8).load();

        assertThatThrownBy(() -> temporal(0.5).withoutRepeats().of(data, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        ".withoutRepeats() picks single rows, and sine is seen through windows of many; use it without"
                                + " .windows(..)");
    }

    @Test
    void validation_of_a_series_is_its_last_training_rows() {
        Dataset data = sine(200).windows(8).load();

        Partition parts = official(100).validation(0.2).of(data, new Random(1));

        assertThat(parts.train()).isEqualTo(Data.rows(0, 80));
        assertThat(parts.validation()).isEqualTo(Data.rows(80, 100));
    }

    @Test
    void images_and_windows_are_no_points_of_a_series() {
        assertThatThrownBy(() -> digits().windows(2).load())
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "digits().windows(2): a row of digits is an example of shape 1 × 8 × 8 already, not a point of a"
                                + " series; leave this .windows(..) out");
        assertThatThrownBy(() -> sine(100).windows(8).windows(4).load())
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "sine(100).windows(8).windows(4): a row of sine is seen through windows(8) already, not a point"
                                + " of a series; leave this .windows(..) out");
    }

    @Test
    void a_kept_preparation_knows_no_borders_of_the_data_it_was_fitted_on() {
        Dataset data = BY_MACHINE.windows(4).groups("machine").load();

        FittedPreparation fitted = passthrough().fit(data, Data.rows(0, 120));

        assertThat(fitted.transform(data, Data.rows(0, 40), unheard -> {}).rows())
                .isEqualTo(2 * 17);
        assertThat(fitted.layout()).isEqualTo(new Windows(4, 1, List.of(), List.of("machine")));
        assertThat(FittedPreparation.restore(fitted.state()).layout()).isEqualTo(fitted.layout());
    }

    @Test
    void windows_of_other_rows_lie_in_one_machine_each_as_in_the_data_fitted() {
        Dataset data = BY_MACHINE.windows(4).groups("machine").load();
        FittedPreparation fitted = FittedPreparation.restore(
                passthrough().fit(data, Data.rows(0, 60)).state());
        Table later = Table.create(
                DoubleColumn.create("x", IntStream.range(0, 11).asDoubleStream()),
                StringColumn.create("machine", "b", "b", "b", "b", "b", "a", "a", "a", "c", "c", "c"));
        later.stringColumn("machine").append("c");
        later.doubleColumn("x").append(11);

        Features windows = fitted.transform(later);

        assertThat(windows.rows()).isEqualTo(3);
        assertThat(new float[] {windows.at(0, 0), windows.at(1, 0), windows.at(2, 0)})
                .containsExactly(0, 1, 8);
        assertThat(((Windows) fitted.layout(later)).meanPerPoint(new double[] {1, 3, 5}, Data.rows(0, 12)))
                .containsExactly(1, 2, 2, 2, 3, Double.NaN, Double.NaN, Double.NaN, 5, 5, 5, 5);
    }

    @Test
    void windows_of_other_rows_need_to_be_told_whose_they_are() {
        FittedPreparation fitted =
                passthrough().fit(BY_MACHINE.windows(2).groups("machine").load(), Data.rows(0, 60));
        DoubleColumn x = DoubleColumn.create("x", 1, 2, 3, 4, 5, 6);

        assertThatThrownBy(() ->
                        fitted.transform(Table.create(x, StringColumn.create("Machine", "a", "a", "a", "a", "a", "a"))))
                .isInstanceOf(DataException.class)
                .hasMessage("no column 'machine' in the table to score; did you mean 'Machine'? columns: x, Machine;"
                        + " windows(2) lie in one series each, which 'machine' tells apart: for rows of one series give it"
                        + " one value");
        assertThatThrownBy(() ->
                        fitted.transform(Table.create(x, StringColumn.create("machine", "a", "a", "b", "b", "a", "a"))))
                .isInstanceOf(DataException.class)
                .hasMessage("the rows of 'a' do not stand together: row 5 goes on with them after those of another"
                        + " machine; sort the rows by 'machine', each series in the order of its time");
    }

    @Test
    void the_groups_of_windows_are_part_of_the_sentence_and_of_the_identity() {
        WindowedSource source = BY_MACHINE.windows(4).stride(2).groups("machine");

        assertThat(source.toString()).endsWith(".windows(4).stride(2).groups(\"machine\")");
        assertThat(source.describe()).containsEntry("windowGroups", "machine");
        assertThat(BY_MACHINE.windows(4).describe()).doesNotContainKey("windowGroups");
    }

    private static List<float[]> windows(Dataset data, Partition parts, int[] rows) {
        Features features = passthrough().fit(data, parts.train()).transform(data, rows, unheard -> {});
        return IntStream.range(0, features.rows())
                .mapToObj(window -> Arrays.copyOfRange(
                        features.values(), window * features.columns(), (window + 1) * features.columns()))
                .toList();
    }

    /** The machine that a window's readings are of; they follow each other in time. */
    private static int machineOfStepsInARow(float[] window) {
        for (int step = 1; step < window.length; step++) {
            assertThat(window[step]).isEqualTo(window[step - 1] + 1);
        }
        return (int) window[0] / 1000;
    }
}
