package dev.oddity.core.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.core.display.MimeBundle;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Injections;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.catalogue.Catalogue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DataCardTest {

    private final Dataset orders = new Dataset(
            "orders",
            Table.create(
                    "orders",
                    DoubleColumn.create("amount", new double[] {1, 2, 3, Double.NaN}),
                    DoubleColumn.create("rate", new double[] {7, 7, 7, 7}),
                    StringColumn.create("country", "fr", "fr", "<b>de</b>", "es")),
            new boolean[] {false, false, false, true},
            new Provenance("4 rows", "orders.csv", "unknown", "", ""),
            List.of("made <i>for</i> a test"));

    @Test
    void it_tells_the_facts_and_the_shape_of_every_column() {
        String html = (String) new DataCard(orders).display().data().get(MimeBundle.HTML);

        assertThat(html)
                .contains("orders", "4 rows", "1 (25.00 %)", "orders.csv")
                .contains("1 … 3, mean 2", "constant 7", "histogram of amount")
                .contains("fr 50 %, &lt;b&gt;de&lt;/b&gt; 25 %, es 25 %");
    }

    /** Hosts drop drawings, not pictures, from markup that is not trusted. Two values at the ends: a bar in the first and last bin. */
    @Test
    void the_shape_of_a_column_is_a_picture_of_its_histogram() {
        Table ends = Table.create("t", DoubleColumn.create("x", 0, 1));
        Dataset dataset =
                new Dataset("t", ends, new boolean[] {false, true}, new Provenance("", "", "", "", ""), List.of());

        String html = (String) new DataCard(dataset).display().data().get(MimeBundle.HTML);

        Matcher picture = Pattern.compile("alt=\"histogram of x\" src=\"data:image/svg\\+xml;base64,([^\"]+)\"")
                .matcher(html);
        assertThat(picture.find()).isTrue();
        assertThat(new String(Base64.getDecoder().decode(picture.group(1)), StandardCharsets.UTF_8))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .containsPattern(" d=\"M0,0\\.0h3v20\\.0h-3zM\\d+,0\\.0h3v20\\.0h-3z\"");
        assertThat(html).doesNotContain("<svg");
    }

    @Test
    void text_from_data_is_escaped() {
        String html = (String) new DataCard(orders).display().data().get(MimeBundle.HTML);

        assertThat(html).doesNotContain("<b>de", "<i>for");
    }

    @Test
    void it_has_a_text_form() {
        String text = (String) new DataCard(orders).display().data().get(MimeBundle.TEXT);

        assertThat(text)
                .startsWith("orders: 4 rows\n  Rows: 4\n  Anomalies: 1 (25.00 %)\n  Columns: 3\n  Missing values: 1\n")
                .contains("note: made <i>for</i> a test");
    }

    @Test
    void of_many_columns_the_first_forty_are_described() {
        Table wide = Table.create("wide");
        for (int column = 0; column < 45; column++) {
            wide.addColumns(DoubleColumn.create("x" + column, new double[] {column, 1}));
        }

        assertThat(ColumnProfiles.of(wide).html().markup())
                .contains("x39", "… 5 more columns")
                .doesNotContain("x40<");
    }

    @Test
    void images_curves_and_series_have_a_picture_and_tables_have_none() {
        assertThat(html(Catalogue.digits().load()))
                .contains("src=\"data:image/png;base64,", "alt=\"examples of digits\"");
        assertThat(html(Catalogue.sine(500).inject(Injections.point(.01)).load()))
                .contains("alt=\"x0\"");
        assertThat(html(orders)).doesNotContain("<figure", "image/png");
    }

    @Test
    void of_a_series_the_first_column_of_numbers_is_drawn() {
        StringColumn valve = StringColumn.create("valve", "open", "shut", "open");
        StringColumn state = StringColumn.create("state", "good", "bad", "good");
        Table readings = Table.create("pump", valve, DoubleColumn.create("flow", 1, 9, 2), state);
        DataSource series =
                Catalogue.table(readings).label("state").positive("bad").windows(2);
        DataSource texts = Catalogue.table(readings.rejectColumns("flow"))
                .label("state")
                .positive("bad")
                .windows(2);

        assertThat(html(series.load())).contains("alt=\"flow\"").doesNotContain("alt=\"valve\"");
        assertThat(html(texts.load())).doesNotContain("<img");
    }

    @Test
    void a_column_of_nothing_but_missing_values_and_an_empty_table_are_shown() {
        Dataset empty = new Dataset(
                "empty",
                Table.create("empty", DoubleColumn.create("x", new double[] {Double.NaN})),
                new boolean[1],
                new Provenance("1 row", "this test", "", "", ""),
                List.of());

        assertThat(html(empty)).contains("0 (0.00 %)");
    }

    private static String html(Dataset dataset) {
        return (String) new DataCard(dataset).display().data().get(MimeBundle.HTML);
    }
}
