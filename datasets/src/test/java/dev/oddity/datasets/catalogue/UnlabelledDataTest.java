package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.csv;
import static dev.oddity.datasets.catalogue.Catalogue.query;
import static dev.oddity.datasets.catalogue.Catalogue.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Injections;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Splits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class UnlabelledDataTest {

    private static final Table ORDERS = Table.create(
            "orders",
            DoubleColumn.create("amount", 5, 4, 3, 2, 1),
            StringColumn.create("day", "2026-01-05", "2026-01-04", "2026-01-03", "2026-01-02", "2026-01-01"));

    private final TableSource orders = table(ORDERS).drop("day").unlabelled();

    @TempDir
    private Path folder;

    @Test
    void every_row_trains_and_none_tests() throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), "amount,kind\n1,web\n2,shop\n3,web\n");
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:", "sa", "");

        assertAllTrain(csv(file).unlabelled(), 3);
        assertAllTrain(orders, 5);
        assertAllTrain(query(database, "select x from system_range(1, 4)").unlabelled(), 4);
        database.dispose();
    }

    private static void assertAllTrain(DataSource source, int rows) {
        Dataset data = source.load();

        assertThat(data.labelled()).isFalse();
        assertThat(data).asString().endsWith(" columns, unlabelled");
        Partition parts = source.split().of(data, new Random(1));
        assertThat(parts.train()).hasSize(rows);
        assertThat(parts.validation()).isEmpty();
        assertThat(parts.test()).isEmpty();
    }

    @Test
    void that_is_part_of_the_sentence_and_of_the_identity() {
        assertThat(orders).hasToString("table(orders).unlabelled().drop(\"day\")");
        assertThat(orders.describe())
                .containsEntry("unlabelled", true)
                .containsEntry("split", Splits.trainOnAll().describe());
        assertThat(table(ORDERS).label("amount").describe()).doesNotContainKey("unlabelled");
    }

    @Test
    void a_sample_and_windows_in_order_of_time_stay_unlabelled() {
        assertThat(orders.sample(2).load().labelled()).isFalse();

        DataSource series = orders.windows(2).split(Splits.temporal(0.6).by("day"));

        assertThat(series.load().labelled()).isFalse();
        assertThat(series.load().table().numberColumn("amount").asDoubleArray()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void a_split_that_goes_by_no_label_divides_them_and_one_that_does_is_refused() {
        Dataset data = orders.load();
        String refusal =
                "orders is unlabelled, and this takes its labels; name the column that says what is an anomaly,"
                        + " .label(\"column\"), or leave out what goes by labels, such as normalOnly() and stratified(0.6)";

        assertThat(Splits.holdout(0.6).of(data, new Random(1)).train()).hasSize(3);
        assertThatThrownBy(() -> Splits.stratified(0.6).of(data, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(refusal);
        assertThatThrownBy(() -> Splits.temporal(0.6).normalOnly().of(data, new Random(1)))
                .hasMessage(refusal);
        assertThatThrownBy(() -> orders.inject(Injections.point(0.2)).load()).hasMessage(refusal);
        assertThatThrownBy(data::anomalies).hasMessage(refusal);
    }

    @Test
    void a_label_beside_it_is_refused() {
        assertThatThrownBy(() -> table(ORDERS).label("amount").unlabelled().load())
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "orders.unlabelled().label(\"amount\") says both that the data are unlabelled and what their"
                                + " labels are; leave one of them out");
    }
}
