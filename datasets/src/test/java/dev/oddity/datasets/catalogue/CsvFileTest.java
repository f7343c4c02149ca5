package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.csv;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Splits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

    private static final String PAYMENTS = """
            "id","Amount","service","Class"
            1,10.5,http,"0"
            2,20,"ftp, or so","0"
            3,-1e2,http,"1"
            """;

    @TempDir
    private Path folder;

    private Path payments;

    @BeforeEach
    void writePayments() throws IOException {
        payments = Files.writeString(folder.resolve("payments.csv"), PAYMENTS);
    }

    @Test
    void reads_numbers_text_and_labels() {
        Dataset data = csv(payments).label("Class").drop("id").load();

        assertThat(data.name()).isEqualTo("payments.csv");
        assertThat(data.labels()).containsExactly(false, false, true);
        assertThat(data.table().columnNames()).containsExactly("Amount", "service");
        assertThat(data.table().numberColumn("Amount").asDoubleArray()).containsExactly(10.5, 20, -100);
        assertThat(data.table().stringColumn("service").asList()).containsExactly("http", "ftp, or so", "http");
    }

    @Test
    void prepares_text_by_one_hot_coding_and_numbers_by_z_scores() {
        CsvFile source = csv(payments).label("Class").drop("id");
        Dataset data = source.load();

        Features prepared = source.preparation().fit(data, new int[] {0, 1}).transform(data.table());

        assertThat(prepared.names()).containsExactly("Amount", "service=ftp, or so", "service=http");
        assertThat(prepared.values()).startsWith(-1, 0, 1).hasSize(9);
    }

    @Test
    void reads_gzip_and_a_byte_order_mark() throws IOException {
        Path zipped = folder.resolve("payments.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(("\uFEFF" + PAYMENTS).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(csv(zipped).label("Class").load().table().columnNames()).containsExactly("id", "Amount", "service");
    }

    @Test
    void reads_cells_as_rfc_4180_has_them() throws IOException {
        Path file = Files.writeString(
                folder.resolve("rfc.csv"),
                ",text,y\r\n 1 ,\"say \"\"no\"\"\",0\r\n\r\n2,\"two\nlines\",0\r\n.5e1, plain words ,1");

        Dataset data = csv(file).label("y").load();

        assertThat(data.table().columnNames()).containsExactly("column1", "text");
        assertThat(data.table().numberColumn("column1").asDoubleArray()).containsExactly(1, 2, 5);
        assertThat(data.table().stringColumn("text").asList())
                .containsExactly("say \"no\"", "two\nlines", "plain words");
    }

    @Test
    void an_empty_column_is_of_missing_numbers_and_left_out_once_imputed() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.csv"), "x,empty,y\n1,,0\n2,NA,0\n3,,1\n");
        CsvFile source = csv(file)
                .label("y")
                .prepare(Preparations.impute(Preparations.median()).standard());

        assertThat(source.preparation().fit(source.load(), new int[] {0, 1}).warnings())
                .containsExactly("column empty is constant or empty in the training rows and was left out");
    }

    @Test
    void takes_another_separator_positive_value_missing_mark_and_type() throws IOException {
        Path file = Files.writeString(folder.resolve("valves.csv"), "code;flow;state\n7;1.5;ok\n8;?;leak\n9;2.5;ok\n");

        Dataset data = csv(file)
                .separator(';')
                .label("state")
                .positive("leak")
                .missing("?")
                .categorical("code")
                .load();

        assertThat(data.labels()).containsExactly(false, true, false);
        assertThat(data.table().numberColumn("flow").isMissing(1)).isTrue();
        assertThat(data.table().stringColumn("code").asList()).containsExactly("7", "8", "9");
    }

    @Test
    void a_label_of_true_and_false_or_of_decimal_ones_needs_no_positive_value() throws IOException {
        Path words = Files.writeString(folder.resolve("words.csv"), "x,y\n1,False\n2,TRUE\n");
        Path decimals = Files.writeString(folder.resolve("decimals.csv"), "x,y\n1,0.0\n2,1.0\n");

        assertThat(csv(words).label("y").load().labels()).containsExactly(false, true);
        assertThat(csv(decimals).label("y").load().labels()).containsExactly(false, true);
        assertThat(csv(decimals).label("y").positive("0").load().labels()).containsExactly(true, false);
    }

    @Test
    void provenance_names_the_file_and_its_checksum() throws IOException {
        assertThat(csv(payments).label("Class").load().provenance().describe())
                .containsEntry("source", payments.toString())
                .containsEntry("version", "a file of 3 rows")
                .containsEntry("sha256", Sha256.of(Files.readAllBytes(payments)));
    }

    @Test
    void reads_like_the_sentence_and_describes_all_that_decides_the_numbers() {
        CsvFile source = csv("data/payments.csv")
                .label("Class")
                .positive("1")
                .drop("id", "Time")
                .separator('\t')
                .missing("?")
                .split(Splits.holdout(0.7));

        assertThat(source)
                .hasToString("csv(\"data/payments.csv\").label(\"Class\").positive(\"1\").drop(\"id\", \"Time\")"
                        + ".separator('\\t').missing(\"?\").split(holdout(0.7))");
        assertThat(source.describe())
                .containsEntry("path", "data/payments.csv")
                .containsEntry("label", "Class")
                .containsEntry("positive", List.of("1"))
                .containsEntry("dropped", List.of("id", "Time"))
                .containsEntry("missing", List.of("?"))
                .containsEntry("separator", "\t")
                .containsEntry("encoding", "UTF-8")
                .containsEntry("numeric", List.of())
                .containsEntry("categorical", List.of());
    }
}
