package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.datasets.Dataset;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class TableSourceTest {

    private final Table pumps = Table.create(
            "pumps", DoubleColumn.create("flow", 1.5, 2.5, 9.5), BooleanColumn.create("broken", false, false, true));

    @Test
    void takes_a_table_and_one_of_its_columns_as_label() {
        Dataset data = table(pumps).label("broken").load();

        assertThat(data.name()).isEqualTo("pumps");
        assertThat(data.labels()).containsExactly(false, false, true);
        assertThat(data.table().columnNames()).containsExactly("flow");
    }

    @Test
    void later_changes_of_the_table_do_not_reach_the_source() {
        TableSource source = table(pumps).label("broken");
        Object described = source.describe();

        pumps.doubleColumn("flow").set(0, 100.0);

        assertThat(source.load().table().doubleColumn("flow").get(0)).isEqualTo(1.5);
        assertThat(source.describe()).isEqualTo(described);
    }

    @Test
    void its_identity_is_that_of_its_cells() {
        Object identity = table(pumps).describe().get("sha256");
        Table other = pumps.copy();
        other.doubleColumn("flow").set(0, 100.0);

        assertThat(table(pumps.copy()).describe()).containsEntry("sha256", identity);
        assertThat(table(other).describe().get("sha256")).isNotEqualTo(identity);
    }

    @Test
    void its_cells_are_gone_through_once_however_often_the_identity_is_asked_for() {
        TableSource source = table(pumps);

        assertThat(source.label("broken").describe().get("sha256"))
                .isSameAs(source.describe().get("sha256"));
    }

    @Test
    void reads_like_the_sentence() {
        assertThat(table(pumps).label("broken").drop("flow"))
                .hasToString("table(pumps).label(\"broken\").drop(\"flow\")");
    }
}
