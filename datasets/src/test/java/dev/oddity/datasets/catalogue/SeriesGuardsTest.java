package dev.oddity.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Injections;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Splits;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What would quietly make nonsense of the order of rows is refused. */
class SeriesGuardsTest {

    private final DataSource series = Catalogue.sine(400).inject(Injections.point(.05));

    @Test
    void windows_over_a_sample_are_refused() {
        Table points = Table.create(DoubleColumn.create("x", new double[100]), StringColumn.create("y", 100));
        for (int row = 0; row < 100; row++) {
            points.doubleColumn("x").set(row, row);
            points.stringColumn("y").set(row, row % 10 == 0 ? "bad" : "good");
        }
        DataSource sampled =
                Catalogue.table(points).label("y").positive("bad").sample(50).windows(8);

        assertThatThrownBy(sampled::load)
                .hasMessageContaining(
                        ".sample(50).windows(..): a sample lacks most points between those it took, so that a"
                                + " window would join what does not belong together; leave .sample(..) out, or take a larger"
                                + " .stride(..)");
    }

    @Test
    void splits_that_pick_single_rows_are_refused_for_windows() {
        DataSource windowed =
                series.windows(16).split(Splits.temporal(.6).normalOnly().contaminate(.02));
        Dataset dataset = windowed.load();

        assertThatThrownBy(() -> windowed.split().of(dataset, new Random(1)))
                .hasMessage(".contaminate(0.02) picks single rows, and sine is seen through windows of many; use it"
                        + " without .windows(..)");
    }

    @Test
    void a_time_that_is_no_iso_text_is_refused() {
        Table orders = Table.create(
                DoubleColumn.create("x", new double[] {1, 2, 3, 4}),
                StringColumn.create("t", "9:00", "10:00", "11:00", "12:00"),
                StringColumn.create("y", "good", "good", "good", "bad"));
        Dataset dataset =
                Catalogue.table(orders).label("y").positive("bad").drop("t").load();

        assertThatThrownBy(() -> Splits.temporal(.5).by("t").of(dataset, new Random(1)))
                .hasMessageStartingWith("the time 't' of ")
                .hasMessageEndingWith(
                        " is '9:00' in row 1; a text is a time in the form 2026-01-31 or 2026-01-31T23:59:59"
                                + " only: rewrite it so, or give a number");
    }

    @Test
    void the_bearings_features_are_in_the_order_of_time_and_can_be_split() {
        DataSource features = Catalogue.bearing().features();
        PublishedData.require(Bearing.FEATURES);
        Dataset dataset = features.load();

        Partition parts = features.split().of(dataset, new Random(1));

        assertThat(parts.train()).isNotEmpty();
        assertThat(dataset.labels(parts.train())).containsOnly(false);
        assertThat(dataset.labels(parts.test())).contains(true, false);
    }
}
