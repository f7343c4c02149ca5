package dev.oddity.datasets;

import static dev.oddity.datasets.Injections.collective;
import static dev.oddity.datasets.Injections.contextual;
import static dev.oddity.datasets.Injections.point;
import static dev.oddity.datasets.Splits.temporal;
import static dev.oddity.datasets.catalogue.Catalogue.sine;
import static dev.oddity.datasets.catalogue.Catalogue.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.datasets.catalogue.TableSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

class InjectionsTest {

    private static final double[] CLEAN = values(sine(2_000).load());

    @Test
    void points_are_moved_beyond_all_others() {
        Dataset injected = sine(2_000).inject(point(0.01)).load();

        assertThat(injected.anomalies()).isEqualTo(20);
        assertThat(changed(injected)).isEqualTo(anomalies(injected));
        double mean = Arrays.stream(CLEAN).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(CLEAN)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
        for (int row : anomalies(injected)) {
            assertThat(Math.abs(values(injected)[row] - mean) / deviation).isBetween(3.999, 6.001);
        }
    }

    @Test
    void contextual_anomalies_have_values_that_occur_elsewhere() {
        Dataset injected = sine(2_000).inject(contextual(0.02)).load();

        assertThat(injected.anomalies()).isEqualTo(40);
        for (int row : anomalies(injected)) {
            double value = values(injected)[row];
            assertThat(Arrays.stream(CLEAN).anyMatch(other -> other == value)).isTrue();
            assertThat(Math.abs(value - CLEAN[row])).isGreaterThan(0.5);
        }
    }

    @Test
    void collective_anomalies_stand_still() {
        Dataset injected = sine(2_000).inject(collective(0.1).length(40)).load();

        assertThat(injected.anomalies()).isEqualTo(200);
        int[] rows = anomalies(injected);
        for (int stretch = 0; stretch < rows.length; stretch += 40) {
            for (int i = stretch; i < stretch + 40; i++) {
                assertThat(rows[i]).isEqualTo(rows[stretch] + i - stretch);
                assertThat(values(injected)[rows[i]]).isEqualTo(CLEAN[rows[stretch]]);
            }
        }
    }

    @Test
    void missing_values_stay_missing_and_constant_columns_are_left_alone() {
        double[] gaps = CLEAN.clone();
        Arrays.fill(gaps, 0, 1_500, Double.NaN);
        Table series = Table.create(
                "series",
                DoubleColumn.create("still", new double[2_000]),
                DoubleColumn.create("x0", gaps),
                StringColumn.create("y", IntStream.range(0, 2_000).mapToObj(row -> row == 0 ? "bad" : "good")));
        for (Injection injection :
                List.of(point(0.05), contextual(0.05), collective(0.05).length(10))) {
            for (long seed = 1; seed <= 5; seed++) {
                Dataset data = table(series)
                        .label("y")
                        .positive("bad")
                        .inject(injection)
                        .seed(seed)
                        .load();

                double[] values = values(data);
                assertThat(data.table().doubleColumn("still").unique().size()).isEqualTo(1);
                assertThat(Arrays.stream(values).filter(Double::isNaN)).hasSize(1_500);
                if (injection instanceof CollectiveInjection) {
                    assertThat(data.anomalies()).isBetween(100, 101);
                } else {
                    assertThat(data.anomalies()).isEqualTo(1 + 100);
                    assertThat(IntStream.range(1_500, 2_000).filter(row -> values[row] != gaps[row]))
                            .hasSize(100)
                            .allMatch(row -> data.labels()[row]);
                }
            }
        }
    }

    @Test
    void contextual_anomalies_are_not_values_of_anomalies_injected_before() {
        Dataset points = sine(2_000).inject(point(0.02)).load();
        Dataset both = sine(2_000).inject(point(0.02)).inject(contextual(0.02)).load();

        int[] contextual = IntStream.range(0, 2_000)
                .filter(row -> values(both)[row] != values(points)[row])
                .toArray();
        assertThat(contextual).hasSize(40);
        for (int row : contextual) {
            assertThat(CLEAN).contains(values(both)[row]);
        }
    }

    @Test
    void what_stands_still_already_is_no_anomaly() {
        double[] steps = IntStream.range(0, 1_000).mapToDouble(row -> row / 250).toArray();
        steps[10] = 5;
        Dataset data = labelled(DoubleColumn.create("x0", steps))
                .inject(collective(0.9).length(25))
                .load();

        // Of forty stretches the first alone does not stand still, at the spike.
        assertThat(anomalies(data)).containsExactly(IntStream.range(0, 25).toArray());
        assertThat(values(data)[10]).isZero();
    }

    @Test
    void each_of_several_series_is_looked_at_by_itself() {
        int machines = 4;
        int times = 60;
        Random noise = new Random(5);
        double[] levels = IntStream.range(0, machines * times)
                .mapToDouble(row -> 100 * (row % machines) + noise.nextGaussian())
                .toArray();
        TableSource log = labelled(
                        DoubleColumn.create("x0", levels),
                        IntColumn.create(
                                "machine", IntStream.range(0, levels.length).map(row -> row % machines)),
                        IntColumn.create("t", IntStream.range(0, levels.length).map(row -> row / machines)))
                .drop("machine", "t");
        for (Injection injection :
                List.of(point(0.1), contextual(0.1), collective(0.2).length(7))) {
            for (long seed = 1; seed <= 10; seed++) {
                Dataset data = log.windows(5)
                        .groups("machine")
                        .split(temporal(0.5).by("t"))
                        .inject(injection)
                        .seed(seed)
                        .load();

                for (int row = 0; row < data.rows(); row++) {
                    int machine = data.keys().intColumn("machine").get(row);
                    assertThat(machine).isEqualTo(row / times);
                    assertThat(values(data)[row]).isBetween(100.0 * machine - 10, 100.0 * machine + 10);
                }
                assertThat(data.anomalies()).isGreaterThan(20);
            }
        }
    }

    private static TableSource labelled(Column<?>... columns) {
        List<Column<?>> all = new ArrayList<>(List.of(columns));
        all.add(StringColumn.create(
                "y", IntStream.range(0, columns[0].size()).mapToObj(row -> row == 1 ? "bad" : "good")));
        return table(Table.create("log", all)).label("y").positive("bad");
    }

    @Test
    void the_same_seed_injects_the_same_and_another_seed_something_else() {
        InjectedSource source = sine(500).channels(3).inject(point(0.02)).inject(collective(0.1));

        assertThat(source.load().labels()).isEqualTo(source.load().labels());
        assertThat(source.seed(2).load().labels()).isNotEqualTo(source.load().labels());
        assertThat(source).hasToString("sine(500).channels(3).inject(point(0.02)).inject(collective(0.1))");
        assertThat(source.describe()).containsEntry("injectionSeed", 1L).containsKey("injected");
        assertThat(source.load().notes()).contains("Anomalies were injected: point(0.02), collective(0.1), seed 1.");
    }

    @Test
    void windows_follow_the_injection() {
        WindowedSource source = sine(1_000).inject(point(0.01)).windows(50).stride(10);
        Dataset data = source.load();
        Partition parts = source.split().of(data, new Random(1));

        Features test = source.preparation().fit(data, parts.train()).transform(data.table(), parts.test());

        assertThat(test.shape()).containsExactly((500 - 50) / 10 + 1, 50, 1);
        assertThat(data.labels(parts.test()))
                .hasSize(test.rows())
                .contains(true)
                .contains(false);
        assertThat(source).hasToString("sine(1000).inject(point(0.01)).windows(50).stride(10)");
        assertThat(source.describe()).containsEntry("windows", new Windows(50, 10).describe());
    }

    @Test
    void what_makes_no_anomaly_is_refused() {
        assertThatThrownBy(() -> point(0))
                .isInstanceOf(DataException.class)
                .hasMessage("point(0.0): a share is between 0 and 1, both excluded, such as point(0.6)");
        assertThatThrownBy(() -> collective(0.1).length(1))
                .isInstanceOf(DataException.class)
                .hasMessage("length(1): a collective anomaly has at least two points, such as length(50)");
        Table still = Table.create(
                "still", DoubleColumn.create("x", 1, 1, 1), StringColumn.create("y", "good", "bad", "good"));
        assertThatThrownBy(() -> table(still)
                        .label("y")
                        .positive("bad")
                        .inject(point(0.5))
                        .load())
                .isInstanceOf(DataException.class)
                .hasMessage("still has no column of numbers that vary to inject anomalies into; name another data set");
        assertThatThrownBy(() -> sine(30).inject(collective(0.1)).load())
                .isInstanceOf(DataException.class)
                .hasMessage("collective anomalies of 50 points in a series of 30; take shorter ones with .length(..)");
    }

    private static double[] values(Dataset data) {
        return data.table().doubleColumn("x0").asDoubleArray();
    }

    private static int[] anomalies(Dataset data) {
        return IntStream.range(0, data.rows()).filter(row -> data.labels()[row]).toArray();
    }

    private static int[] changed(Dataset data) {
        double[] values = values(data);
        return IntStream.range(0, data.rows())
                .filter(row -> values[row] != CLEAN[row])
                .toArray();
    }
}
