package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.datasets.DataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvErrorsTest {

    @TempDir
    private Path folder;

    @Test
    void a_wrong_path_is_refused_with_the_near_miss_in_its_folder() throws IOException {
        Files.writeString(folder.resolve("creditcard.csv"), "x");

        assertRefused(csv(folder.resolve("credticard.csv")))
                .hasMessage(
                        "no file '" + folder + "/credticard.csv'; did you mean 'creditcard.csv'? looked in " + folder);
        assertRefused(csv(folder.resolve("something-else-entirely.csv")))
                .hasMessage("no file '" + folder + "/something-else-entirely.csv'; looked in " + folder);
        assertRefused(csv(folder.resolve("no/where.csv")))
                .hasMessage("no file '" + folder + "/no/where.csv', nor its folder; looked in " + folder + "/no");
    }

    @Test
    void a_folder_is_refused() {
        assertRefused(csv(folder))
                .hasMessage(
                        "'" + folder + "' is a folder; name a file in it, such as csv(\"" + folder + "/data.csv\")");
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        assertRefused(source("")).hasMessage("data.csv is empty; a file begins with a header line of column names");
        assertRefused(source("\n\n")).hasMessage("data.csv is empty; a file begins with a header line of column names");
    }

    @Test
    void a_header_without_rows_is_refused() throws IOException {
        assertRefused(source("Amount,Class\n"))
                .hasMessage("data.csv has a header and no rows; give it at least one row");
    }

    @Test
    void a_missing_label_column_is_refused_with_the_near_miss_and_all_columns() throws IOException {
        assertRefused(source("Amount,V1,Class\n1,2,0\n").label("Clas"))
                .hasMessage("no column 'Clas' in data.csv; did you mean 'Class'? columns: Amount, V1, Class");
        assertRefused(source("Amount,V1,Class\n1,2,0\n").label("fraudulent"))
                .hasMessage("no column 'fraudulent' in data.csv; columns: Amount, V1, Class");
    }

    @Test
    void a_dropped_column_that_is_not_there_is_refused() throws IOException {
        assertRefused(source("Amount,V1,Class\n1,2,0\n").label("Class").drop("Amout"))
                .hasMessage("no column 'Amout' in data.csv; did you mean 'Amount'? columns: Amount, V1, Class");
    }

    @Test
    void a_file_whose_label_is_not_named_is_refused() throws IOException {
        assertRefused(source("Amount,Class\n1,0\n"))
                .hasMessage(
                        "data.csv has no label yet: name the column that says what is an anomaly, .label(\"Class\"),"
                                + " or say that none does, .unlabelled(); columns: Amount, Class");
    }

    @Test
    void a_file_without_anomalies_is_refused() throws IOException {
        assertRefused(source("Amount,Class\n1,0\n2,0\n3,false\n").label("Class"))
                .hasMessage(
                        "no row of data.csv is an anomaly: 'Class' is nowhere 1 or true (0 in 2 rows, false in 1 row), and"
                                + " without one nothing can be evaluated; say which value marks one: .positive(\"…\")");
        assertRefused(source("Amount,Class\n1,ok\n2,leak\n").label("Class").positive("fraud"))
                .hasMessage(
                        "no row of data.csv is an anomaly: 'Class' is nowhere fraud (leak in 1 row, ok in 1 row), and"
                                + " without one nothing can be evaluated; say which value marks one: .positive(\"…\")");
    }

    @Test
    void a_label_of_words_is_refused_until_the_positive_one_is_named() throws IOException {
        assertRefused(source("Amount,state\n1,ok\n2,ok\n3,leak\n").label("state"))
                .hasMessage(
                        "the label 'state' of data.csv holds 'ok' in row 1 (ok in 2 rows, leak in 1 row); an anomaly is 1"
                                + " or true and the rest 0 or false, or say which value marks one: .positive(\"leak\")");
    }

    @Test
    void a_missing_label_is_refused() throws IOException {
        assertRefused(source("Amount,Class\n1,0\n2,\n3,1\n").label("Class"))
                .hasMessage(
                        "the label 'Class' of data.csv is missing in row 2; every row needs one: fill it in, or leave the"
                                + " row out");
    }

    @Test
    void text_in_a_column_of_numbers_is_named_with_row_and_value() throws IOException {
        assertRefused(source("Amount,Class\n1,0\nabc,0\n3,1\n").label("Class"))
                .hasMessage(
                        "column 'Amount' of data.csv holds numbers in 2 of 3 cells, but text in row 2: 'abc'; correct it,"
                                + " or say what it is: .missing(\"abc\") for a missing value, .numeric(\"Amount\") if all that is no number"
                                + " is one, .categorical(\"Amount\") for a column of codes, .drop(\"Amount\") to leave the column out");
    }

    @Test
    void a_decimal_comma_among_plain_numbers_is_named_as_what_it_may_be() throws IOException {
        assertRefused(source("Amount;Class\n1;0\n2,5;0\n3;1\n").separator(';').label("Class"))
                .hasMessageStartingWith("column 'Amount' of data.csv holds numbers in 2 of 3 cells, but text in row 2:"
                        + " '2,5'; if that is a number with a decimal comma, add .decimalComma(); else correct it, or"
                        + " say what it is: .missing(\"2,5\")");
    }

    @Test
    void a_file_with_a_label_and_nothing_else_is_refused() throws IOException {
        assertRefused(source("id,Class\n1,0\n2,1\n").label("Class").drop("id"))
                .hasMessage("data.csv has no column left besides its label 'Class'; drop fewer columns");
    }

    @Test
    void a_row_of_another_length_is_refused() throws IOException {
        assertRefused(source("Amount,V1,Class\n1,2,0\n3,1\n").label("Class"))
                .hasMessage(
                        "row 2 of data.csv has 2 cells, its header 3; give every row as many cells as the header, and put"
                                + " a cell in quotes if it holds a ','");
        assertRefused(source("Amount,Class\n1,500,0\n3,1\n").label("Class"))
                .hasMessage(
                        "row 1 of data.csv has 3 cells, its header 2; give every row as many cells as the header, and put"
                                + " a cell in quotes if it holds a ','");
    }

    @Test
    void two_columns_of_one_name_are_refused() throws IOException {
        assertRefused(source("Amount,Amount,Class\n1,2,0\n").label("Class"))
                .hasMessage(
                        "data.csv has two columns named 'Amount', upper and lower case aside; give each its own name");
    }

    @Test
    void another_separator_is_proposed_where_there_is_one_column_only() throws IOException {
        assertRefused(source("Amount;Class\n1;0\n").label("Class"))
                .hasMessage(
                        "data.csv has one column only, 'Amount;Class'; if its cells are separated by another character,"
                                + " add .separator(';')");
    }

    @Test
    void a_quote_that_is_not_closed_is_refused() throws IOException {
        assertRefused(source("Amount,Class\n1,0\n\"2,0\n3,1\n").label("Class"))
                .hasMessage(
                        "a quote opened in row 2 of data.csv is never closed; close it, or double the quotes that belong"
                                + " to a text");
        assertRefused(source("Amount,Class\n\"a\"b,0\n").label("Class"))
                .hasMessage(
                        "text follows a closing quote in row 1 of data.csv; double the quotes that belong to a text");
    }

    @Test
    void a_gzip_file_that_is_cut_off_is_refused() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write("Amount,Class\n1,0\n2,1\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("data.csv.gz");
        Files.write(file, Arrays.copyOf(zipped.toByteArray(), zipped.size() - 12));

        assertRefused(csv(file).label("Class"))
                .hasMessage("data.csv.gz is a damaged gzip file (Unexpected end of ZLIB input stream); copy it again");
    }

    @Test
    void a_gzip_file_that_is_no_gzip_file_behind_its_first_bytes_is_refused() throws IOException {
        Path file = Files.write(folder.resolve("data.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 0, 0, 0, 0, 0, 0, 0, 0});

        assertRefused(csv(file).label("Class"))
                .hasMessage("data.csv.gz is a damaged gzip file (Unsupported compression method); copy it again");
    }

    @Test
    void a_gzip_file_that_unpacks_to_far_more_than_any_table_is_refused() throws IOException {
        Path file = folder.resolve("bomb.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("x,y\n".getBytes(StandardCharsets.UTF_8));
            out.write(new byte[1 << 20]);
        }
        long limit = 250 * Files.size(file);

        assertThatThrownBy(() -> {
                    try (CsvContent content = CsvContent.open(file, 1000)) {
                        byte[] buffer = new byte[1 << 16];
                        while (content.read(buffer, 0, buffer.length) > 0) {}
                    }
                })
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "bomb.csv.gz unpacks to more than " + limit
                                + " bytes, 250 times its size or more, as no table of data does; unpack it yourself if it is one");
    }

    @Test
    void a_cell_without_end_is_refused() throws IOException {
        byte[] content = new byte[(1 << 24) + 100];
        Arrays.fill(content, (byte) 'x');
        Path file = Files.write(folder.resolve("data.csv"), content);

        assertRefused(csv(file).label("Class"))
                .hasMessage("a cell in row 0 of data.csv is longer than 16777216 bytes; close its quotes, or check that"
                        + " the file is a table of text");
    }

    @Test
    void text_in_another_encoding_is_named_with_its_column_and_row() throws IOException {
        byte[] latin = "name,Class\nanna,0\njosé,1\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("data.csv"), latin);

        assertRefused(csv(file).label("Class"))
                .hasMessage(
                        "column 'name' in row 2 of data.csv is not written in UTF-8; save the file as UTF-8, or name"
                                + " its encoding: .encoding(\"ISO-8859-1\") reads 'josé'");
        assertThat(csv(file)
                        .label("Class")
                        .encoding("ISO-8859-1")
                        .load()
                        .table()
                        .stringColumn("name")
                        .asList())
                .containsExactly("anna", "josé");
    }

    @Test
    void a_header_in_another_encoding_and_utf_16_are_named() throws IOException {
        Path latin = Files.write(folder.resolve("data.csv"), "größe,y\n1,1\n".getBytes(StandardCharsets.ISO_8859_1));
        Path wide = Files.write(folder.resolve("wide.csv"), "x,y\n1,1\n".getBytes(StandardCharsets.UTF_16));

        assertRefused(csv(latin).label("y"))
                .hasMessage(
                        "the header of data.csv is not written in UTF-8; save the file as UTF-8, or name its encoding:"
                                + " .encoding(\"ISO-8859-1\") reads 'größe'");
        assertRefused(csv(wide).label("y")).hasMessage("wide.csv is written in UTF-16; save it as UTF-8");
    }

    @Test
    void an_encoding_that_cannot_be_used_is_refused() {
        assertThatThrownBy(() -> csv("x.csv").encoding("latin-eins"))
                .isInstanceOf(DataException.class)
                .hasMessage("no encoding 'latin-eins' here; take one such as UTF-8, ISO-8859-1 or windows-1252");
        assertThatThrownBy(() -> csv("x.csv").encoding("UTF-16"))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "encoding(\"UTF-16\") does not write plain letters as ASCII does; save the file as UTF-8 and"
                                + " leave .encoding(..) out");
    }

    @Test
    void a_type_for_a_column_that_is_not_there_is_refused() throws IOException {
        assertRefused(source("Amount,Class\n1,0\n2,1\n").label("Class").categorical("Amout"))
                .hasMessage("no column 'Amout' in data.csv; did you mean 'Amount'? columns: Amount, Class");
    }

    @Test
    void a_label_that_is_everywhere_normal_is_refused() throws IOException {
        assertRefused(source("Amount,state\n1,ok\n2,fine\n").label("state").normal("ok", "fine"))
                .hasMessage("no row of data.csv is an anomaly: 'state' is everywhere ok or fine (fine in 1 row, ok in 1"
                        + " row), and without one nothing can be evaluated; call fewer values normal");
    }

    @Test
    void a_label_that_is_everywhere_an_anomaly_is_refused() throws IOException {
        assertRefused(source("Amount,Class\n1,1\n2,true\n").label("Class"))
                .hasMessage(
                        "every row of data.csv is an anomaly: 'Class' is everywhere 1 or true (1 in 1 row, true in 1 row),"
                                + " and without a normal row nothing can be learnt or evaluated; say which value is normal:"
                                + " .normal(\"…\")");
        assertRefused(source("Amount,state\n1,good\n2,bad\n3,good\n")
                        .label("state")
                        .normal("Good"))
                .hasMessage(
                        "every row of data.csv is an anomaly: 'state' is nowhere Good (good in 2 rows, bad in 1 row),"
                                + " and without a normal row nothing can be learnt or evaluated; say which value is normal:"
                                + " .normal(\"…\")");
    }

    @Test
    void archives_and_parquet_files_are_refused_as_such() throws IOException {
        assertRefused(source("PK\3\4…").label("Class"))
                .hasMessage(
                        "data.csv is a zip archive or a workbook; unpack it, or save its sheet as CSV, and name that"
                                + " file");
        assertRefused(source("PAR1…").label("Class"))
                .hasMessage("data.csv is a Parquet file; write it as CSV, or let a database that reads Parquet, such as"
                        + " DuckDB, give its rows to query(..)");
    }

    @Test
    void the_root_of_all_folders_is_refused_as_a_folder() {
        Path root = folder.getRoot();

        assertRefused(csv(root)).hasMessageStartingWith("'" + root + "' is a folder; name a file in it");
    }

    @Test
    void a_sample_without_anomalies_is_refused() throws IOException {
        String rows = "1,0\n".repeat(200);

        assertRefused(source("Amount,Class\n" + rows + "2,1\n").label("Class").sample(3))
                .hasMessage("sample(3) of data.csv holds none of the 1 anomalies among its 201 rows; take more rows");
    }

    private CsvFile source(String content) throws IOException {
        return csv(Files.writeString(folder.resolve("data.csv"), content));
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(CsvFile source) {
        return assertThatThrownBy(source::load).isInstanceOf(DataException.class);
    }
}
