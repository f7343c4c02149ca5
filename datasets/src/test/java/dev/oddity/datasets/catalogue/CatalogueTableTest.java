package dev.oddity.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class CatalogueTableTest {

    @TempDir
    private Path folder;

    @Test
    void shows_what_there_is_without_loading_it() {
        Table table = table();

        assertThat(table.columnNames())
                .containsExactly(
                        "name", "rows", "features", "anomaly share", "kind", "licence", "where found", "how to get it");
        assertThat(table.rowCount()).isEqualTo(12);
        assertThat(row(table, "kdd99()").getInt("rows")).isEqualTo(494_021);
        assertThat(row(table, "kdd99()").getString("where found")).isEqualTo("not on this machine");
        assertThat(row(table, "kdd99()").getString("how to get it")).isEqualTo("fetched when first loaded");
        assertThat(row(table, "digits()").getString("where found")).isEqualTo("embedded");
    }

    @Test
    void what_is_long_stands_on_the_page_of_the_entry() {
        Row unsw = row(table(), "unswNb15()");

        assertThat(unsw.getString("licence")).isEqualTo("free for academic research");
        assertThat(unsw.getString("how to get it")).isEqualTo("by hand, see datasets(\"unswNb15\")");
    }

    /** Sums over the series, from the lists published with the data. */
    @Test
    void a_benchmark_of_many_series_is_one_row_that_counts_them_together() {
        Row nab = row(table(), "nab(name)");

        assertThat(nab.getInt("rows")).isEqualTo(365_558);
        assertThat(nab.getInt("features")).isEqualTo(1);
        assertThat(nab.getDouble("anomaly share")).isEqualTo(33_495 / 365_558.0);
    }

    @Test
    void what_only_its_owner_gives_has_no_counts() {
        Row yahoo = row(table(), "yahooS5(folder)");

        assertThat(yahoo.isMissing("rows")).isTrue();
        assertThat(yahoo.isMissing("anomaly share")).isTrue();
        assertThat(yahoo.getString("where found")).isEqualTo("in a folder of yours");
    }

    @Test
    void says_how_many_of_several_files_are_here() throws IOException {
        Files.createDirectories(folder.resolve("nsl-kdd"));
        Files.writeString(folder.resolve("nsl-kdd/KDDTrain+.txt"), "not read");

        assertThat(row(table(), "nslKdd()").getString("where found"))
                .isEqualTo("1 of 3 files in " + folder.resolve("nsl-kdd"));
    }

    private Table table() {
        return CatalogueTable.of(Entries.all(), new Lookup(List.of(new Lookup.Place("a folder", folder)), folder));
    }

    private static Row row(Table table, String name) {
        return table.where(table.stringColumn("name").isEqualTo(name)).row(0);
    }
}
