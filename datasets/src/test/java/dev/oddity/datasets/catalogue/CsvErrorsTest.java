package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.csv;
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
                        "data.csv has no label yet: name the column that says what is an anomaly, .label(\"Class\");"
                                + " columns: Amount, Class");
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
                                + " or say what it is: .missing(\"abc\") for a missing value, .categorical(\"Amount\") for a column of"
                                + " codes, .drop(\"Amount\") to leave the column out");
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
                .hasMessage("data.csv has two columns named 'Amount'; give each its own name");
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
