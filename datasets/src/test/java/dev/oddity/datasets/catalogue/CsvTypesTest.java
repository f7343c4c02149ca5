package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.csv;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Splits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;

class CsvTypesTest {

    @TempDir
    private Path folder;

    @Test
    void finds_dates_and_timestamps() throws IOException {
        Dataset data = source("day,time,zoned,y\n"
                        + "1970-01-02,2026-11-22 10:15,2026-11-22T10:15:30.250+01:00,0\n"
                        + ",1969-12-31T23:59:59.5,2026-11-22T10:15:30Z,1\n")
                .label("y")
                .load();

        assertThat(data.table().columns().stream().map(column -> column.type()))
                .containsExactly(ColumnType.LOCAL_DATE, ColumnType.LOCAL_DATE_TIME, ColumnType.LOCAL_DATE_TIME);
        assertThat(data.table().dateColumn("day").get(0)).isEqualTo(LocalDate.of(1970, 1, 2));
        assertThat(data.table().dateColumn("day").isMissing(1)).isTrue();
        assertThat(data.table().dateTimeColumn("time").asList())
                .containsExactly(
                        LocalDateTime.of(2026, 11, 22, 10, 15),
                        LocalDateTime.of(1969, 12, 31, 23, 59, 59, 500_000_000));
        assertThat(data.table().dateTimeColumn("zoned").get(0))
                .isEqualTo(LocalDateTime.of(2026, 11, 22, 9, 15, 30, 250_000_000));
    }

    @Test
    void a_column_of_true_and_false_becomes_one_of_1_and_0() throws IOException {
        CsvFile source = source(
                        "rush,paid,gift,sent,y\ntrue,TRUE,true,true,0\nfalse,False,,no,0\ntrue,TRUE,false,true,1\n")
                .label("y")
                .prepare(Preparations.impute(Preparations.constant(0)).oneHot());
        Dataset data = source.load();

        assertThat(data.table().columns().stream().map(column -> column.type()))
                .containsExactly(ColumnType.BOOLEAN, ColumnType.BOOLEAN, ColumnType.BOOLEAN, ColumnType.STRING);
        Features prepared = source.preparation().fit(data, new int[] {0, 1, 2}).transform(data.table());
        assertThat(prepared.names()).startsWith("rush", "paid", "gift").doesNotContain("rush=true");
        assertThat(new float[] {prepared.at(0, 0), prepared.at(1, 0), prepared.at(2, 0), prepared.at(1, 1)})
                .containsExactly(1, 0, 1, 0);
        assertThat(data.table().column("gift").isMissing(1)).isTrue();
        assertThat(new float[] {prepared.at(0, 2), prepared.at(1, 2), prepared.at(2, 2)})
                .containsExactly(1, 0, 0);
        assertThat(source.categorical("rush").load().table().column("rush").type())
                .isEqualTo(ColumnType.STRING);
        assertThat(source.label("rush").load().labels()).containsExactly(true, false, true);
    }

    @Test
    void dates_become_days_and_seconds_in_a_preparation() throws IOException {
        Dataset data = source("day,time,y\n1970-01-11,1970-01-01T00:01,0\n1970-01-01,1969-12-31T23:59:59.5,1\n")
                .label("y")
                .load();

        assertThat(Preparations.passthrough()
                        .fit(data, new int[] {0, 1})
                        .transform(data.table())
                        .values())
                .containsExactly(10, 60, 0, -0.5f);
    }

    @Test
    void a_column_that_turns_out_to_be_of_text_is_read_as_text_from_its_beginning() throws IOException {
        Dataset data = source("number,day,y\n7,2026-01-01,0\nseven,2026-02-30,0\neight,2026-01-03,1\n")
                .label("y")
                .load();

        assertThat(data.table().stringColumn("number").asList()).containsExactly("7", "seven", "eight");
        assertThat(data.table().stringColumn("day").asList()).containsExactly("2026-01-01", "2026-02-30", "2026-01-03");
    }

    @Test
    void what_is_no_number_in_a_column_said_to_be_of_numbers_is_missing() throws IOException {
        Dataset data =
                source("x,y\n1,0\nn/k,0\n-1e-2,1\n").label("y").numeric("x").load();

        assertThat(data.table().numberColumn("x").asDoubleArray()).containsExactly(1, Double.NaN, -0.01);
    }

    @Test
    void the_last_word_about_a_column_holds() throws IOException {
        CsvFile source = source("x,y\n1,0\n2,1\n").label("y");

        assertThat(source.numeric("x")
                        .categorical("x")
                        .load()
                        .table()
                        .column("x")
                        .type())
                .isEqualTo(ColumnType.STRING);
        assertThat(source.categorical("x").numeric("x")).hasToString(source + ".numeric(\"x\")");
    }

    @Test
    void several_values_may_be_positive_or_all_but_some_of_them() throws IOException {
        CsvFile source = source("x,state\n1,ok\n2,dos\n3,probe\n4,1.0\n").label("state");

        assertThat(source.positive("dos", "probe").load().labels()).containsExactly(false, true, true, false);
        assertThat(source.normal("ok", "1").load().labels()).containsExactly(false, true, true, false);
        assertThat(source.normal("ok").positive("dos")).hasToString(source + ".positive(\"dos\")");
    }

    @Test
    void a_dropped_column_is_no_feature_but_a_split_may_use_it() throws IOException {
        CsvFile source =
                source("x,when,y\n1,3,0\n2,1,1\n3,2,0\n4,4,1\n").label("y").drop("when");
        Dataset data = source.load();

        Partition parts = Splits.temporal(0.5).by("when").of(data, new Random(1));

        assertThat(data.table().columnNames()).containsExactly("x");
        assertThat(parts.train()).containsExactly(1, 2);
    }

    @Test
    void slips_in_a_dropped_column_do_no_harm() throws IOException {
        assertThat(source("x,note,y\n1,5,0\n2,6,1\n3,see below,0\n")
                        .label("y")
                        .drop("note")
                        .load()
                        .keys()
                        .stringColumn("note")
                        .asList())
                .containsExactly("5", "6", "see below");
    }

    @Test
    void a_file_longer_than_any_buffer_keeps_every_cell() throws IOException {
        int rows = 60_000;
        StringBuilder text = new StringBuilder("n,quoted,name,y\r\n");
        for (int row = 0; row < rows; row++) {
            text.append(row / 8.0)
                    .append(",\"a \"\"b\"\", ")
                    .append(row % 2000)
                    .append("\", ü")
                    .append(row % 7)
                    .append(" ,")
                    .append(row % 2)
                    .append("\r\n");
        }
        Path zipped = folder.resolve("long.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }

        Dataset data = csv(zipped).label("y").load();

        assertThat(data.rows()).isEqualTo(rows);
        for (int row = 0; row < rows; row++) {
            assertThat(data.table().doubleColumn("n").getDouble(row)).isEqualTo(row / 8.0);
            assertThat(data.table().stringColumn("quoted").get(row)).isEqualTo("a \"b\", " + row % 2000);
            assertThat(data.table().stringColumn("name").get(row)).isEqualTo("ü" + row % 7);
            assertThat(data.labels()[row]).isEqualTo(row % 2 == 1);
        }
        assertThat(data.provenance().sha256()).isEqualTo(Sha256.of(Files.readAllBytes(zipped)));
    }

    @Test
    void a_last_line_may_end_in_an_empty_cell() throws IOException {
        assertThat(source("y,x\n0,1\n1,")
                        .label("y")
                        .load()
                        .table()
                        .numberColumn("x")
                        .asDoubleArray())
                .containsExactly(1, Double.NaN);
    }

    @Test
    void numbers_with_a_decimal_comma_are_read_as_such_when_said() throws IOException {
        CsvFile source = source("x;whole;point;y\n3,14;1;1.5;0\n-2e2;2;2.5;0\n-0,5;3;3.5;1\n")
                .label("y")
                .separator(';')
                .decimalComma();
        Dataset data = source.load();

        assertThat(data.table().numberColumn("x").asDoubleArray()).containsExactly(3.14, -200, -0.5);
        assertThat(data.table().numberColumn("whole").asDoubleArray()).containsExactly(1, 2, 3);
        assertThat(data.table().stringColumn("point").asList()).containsExactly("1.5", "2.5", "3.5");
        assertThat(data.notes()).isEmpty();
        assertThat(source)
                .hasToString("csv(\"" + folder.resolve("data.csv") + "\").label(\"y\").separator(';').decimalComma()");
        assertThat(source.describe()).containsEntry("decimalComma", true);
        assertThat(source("x,y\n1,0\n").describe()).doesNotContainKey("decimalComma");
    }

    @Test
    void a_decimal_comma_in_a_file_of_commas_stands_in_quotes() throws IOException {
        assertThat(source("x,y\n\"3,14\",0\n2,1\n")
                        .label("y")
                        .decimalComma()
                        .load()
                        .table()
                        .numberColumn("x")
                        .asDoubleArray())
                .containsExactly(3.14, 2);
    }

    @Test
    void decimal_commas_read_as_text_are_told() throws IOException {
        CsvFile source = source("price;later;pair;y\n3,14;1;1,2;0\n;2,5;1,2,3;0\n2,5;3,5;1,2;1\n")
                .label("y")
                .separator(';');

        // Two of three cells of 'later' are no plain numbers, so that it is read again, as text.
        assertThat(source.load().notes())
                .containsExactlyInAnyOrder(
                        "Column 'price' was read as text, such as '3,14'; if that is a number with a decimal comma, add"
                                + " .decimalComma() to csv(..).",
                        "Column 'later' was read as text, such as '2,5'; if that is a number with a decimal comma, add"
                                + " .decimalComma() to csv(..).");
        assertThat(source.categorical("price", "later").load().notes()).isEmpty();
        assertThat(source.numeric("price").drop("later").load().notes())
                .containsExactly("Column 'price' has cells read as missing, such as '3,14'; if that is a number with a"
                        + " decimal comma, add .decimalComma() to csv(..).");
    }

    @Test
    void commas_that_may_group_thousands_are_told_as_such() throws IOException {
        assertThat(source("price;y\n1,234;0\n2,500;1\n")
                        .label("y")
                        .separator(';')
                        .load()
                        .notes())
                .containsExactly("Column 'price' was read as text, such as '1,234'; if that is a number with a decimal"
                        + " comma, add .decimalComma() to csv(..), and if its comma groups thousands, write the numbers"
                        + " without.");
    }

    private CsvFile source(String content) throws IOException {
        return csv(Files.writeString(folder.resolve("data.csv"), content));
    }
}
