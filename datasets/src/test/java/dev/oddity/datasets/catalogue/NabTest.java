package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.nab;
import static dev.oddity.datasets.catalogue.Catalogue.skab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Splits;
import dev.oddity.datasets.WindowedSource;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NabTest {

    private static final String MACHINE = "machine_temperature_system_failure";

    /** Windows and their points computed with NumPy from combined_windows.json. */
    @Test
    void points_inside_the_labelled_windows_are_anomalies() {
        Nab source = nab(MACHINE);
        Dataset data = source.load(PublishedData.require(Nab.file(Nab.list().find(MACHINE))));

        assertThat(data.rows()).isEqualTo(22_695);
        assertThat(data.anomalies()).isEqualTo(2_268);
        assertThat(IntStream.range(1, data.rows())
                        .filter(row -> data.labels()[row] && !data.labels()[row - 1])
                        .count())
                .isEqualTo(4);
        assertThat(data.table().columnNames()).containsExactly("value");
        assertThat(data.notes())
                .containsExactly(
                        "Labels are wide windows around anomalies, about a tenth of every series that has any: many points in"
                                + " a window are normal by themselves.",
                        "Some timestamps are earlier than the one before; the points are taken in the order of the file.");
    }

    @Test
    void windows_are_cut_inside_the_parts() {
        PublishedData.require(Nab.file(Nab.list().find(MACHINE)));
        WindowedSource source = nab(MACHINE).windows(64);
        Dataset data = source.load();
        Partition parts = source.split().of(data, new Random(1));

        Features test = source.preparation().fit(data, parts.train()).transform(data.table(), parts.test());

        assertThat(parts.test()).hasSize(22_695 - 3_404);
        assertThat(test.shape()).containsExactly(22_695 - 3_404 - 63, 64, 1);
        assertThat(data.labels(parts.test())).hasSize(test.rows());
        assertThat(source).hasToString("nab(\"realKnownCause/" + MACHINE + "\").windows(64)");
    }

    @Test
    void a_name_that_is_none_names_the_near_miss() {
        assertThatThrownBy(() -> nab("machine_temprature_system_failure"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        "nab(\"machine_temprature_system_failure\"): no series of that name; did you mean"
                                + " \"machine_temperature_system_failure\"? series: artificialNoAnomaly/art_daily_no_noise, ");
        assertThatThrownBy(() -> skab("valve3/1"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        "skab(\"valve3/1\"): no series of that name; did you mean \"valve1/1\"? series: ");
    }

    /** Mean pressure computed with NumPy. */
    @Test
    void a_run_of_the_valve_has_eight_sensors_and_trains_on_its_first_readings() {
        Skab source = skab("valve1/3");
        Dataset data = source.load(PublishedData.require(Skab.file(Skab.list().find("valve1/3"))));

        Partition parts = source.split().of(data, new Random(1));

        assertThat(data.table().columnNames()).hasSize(8).contains("Pressure", "Volume Flow RateRMS");
        assertThat(data.table().doubleColumn("Pressure").mean()).isCloseTo(0.06070966202090591, within(1e-12));
        assertThat(parts.train()).hasSize(400);
        assertThat(parts.test()).hasSize(748);
    }

    @Test
    void a_split_that_draws_points_at_random_is_told() {
        String told = "Points next to each other are alike, and this split is not one in time: test points lie between"
                + " training points.";

        PublishedData.require(Nab.file(Nab.list().find(MACHINE)));
        PublishedData.require(Skab.file(Skab.list().find("valve1/3")));
        for (DataSource series : List.of(nab(MACHINE), skab("valve1/3"))) {
            assertThat(series.load().series()).isTrue();
            assertThat(series.load().notes()).doesNotContain(told);
            assertThat(series.split(Splits.holdout(0.6).normalOnly()).load().notes())
                    .contains(told);
        }
    }

    @Test
    void a_series_cannot_be_sampled() {
        assertThatThrownBy(() -> nab(MACHINE).sample(100))
                .isInstanceOf(DataException.class)
                .hasMessage("realKnownCause/" + MACHINE + " cannot be sampled; leave .sample(..) out");
    }
}
