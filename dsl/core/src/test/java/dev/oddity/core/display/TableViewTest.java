package dev.oddity.core.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableViewTest {

    @Test
    void text_lines_up_numbers_by_their_decimal_point() {
        Table table = Table.create(
                "leaderboard",
                StringColumn.create("Model", "vae", "isolationForest"),
                DoubleColumn.create("AP", 0.78541, 0.6),
                DoubleColumn.create("Fit s", 12.5, 103.25),
                StringColumn.create("F1", "0.7152 ± 0.0031", "0.6"));

        assertThat(new TableView(table).text()).isEqualTo("""
                        leaderboard: 2 rows × 4 columns
                        Model                AP   Fit s               F1
                        ───────────────  ──────  ──────  ───────────────
                        vae              0.7854   12.50  0.7152 ± 0.0031
                        isolationForest  0.6000  103.25              0.6""");
    }

    @Test
    void texts_that_are_numbers_with_an_exponent_stand_to_the_right_as_others_do() {
        Table table = Table.create("t", StringColumn.create("rate", "0.003", "1e+30", ""));

        assertThat(new TableView(table).text().lines().skip(1))
                .containsExactly(" rate", "─────", "0.003", "1e+30", "    –");
    }

    @Test
    void points_stay_in_line_where_numbers_have_decimals_of_their_own() {
        TableView view = new TableView(
                Table.create("t", DoubleColumn.create("x", 1.5, 2.25, 3e10), IntColumn.create("i", 1, 2, 3)));

        assertThat(view.text()).isEqualTo("""
                        t: 3 rows × 2 columns
                                     x  i
                        ──────────────  ─
                                  1.5   1
                                  2.25  2
                        30000000000     3""");
        assertThat(view.html().markup()).contains(">1.5\u2007<", ">2.25<", ">30000000000\u2008\u2007\u2007<");
    }

    @Test
    void a_long_table_shows_its_first_and_last_rows() {
        Table table = Table.create(
                "long", IntColumn.create("row", IntStream.range(0, 1003).toArray()));

        assertThat(new TableView(table, 3).text()).isEqualTo("""
                        long: 1,003 rows × 1 column
                         row
                        ────
                           0
                           1
                        … 1,000 more rows
                        1002""");
        assertThat(new TableView(table, 1).text()).endsWith("\n  0\n… 1,002 more rows");
        assertThat(new TableView(table, 3).html().markup())
                .contains(
                        "<tr class=\"oddity-gap\"><td style=\"text-align:center\" colspan=\"1\">… 1,000 more rows</td></tr>");
    }

    @Test
    void a_wide_table_leaves_columns_out_in_the_middle() {
        Table table = Table.create("wide");
        for (int column = 0; column < 100; column++) {
            table.addColumns(IntColumn.create("c" + column, new int[] {column}));
        }

        String head = new TableView(table).text().lines().skip(1).findFirst().orElseThrow();

        assertThat(head.trim().split(" +"))
                .hasSize(41)
                .contains("c0", "c26", "…", "c87", "c99")
                .doesNotContain("c27");
    }

    @Test
    void data_cannot_become_markup() {
        Table table = Table.create("<i>name</i>", StringColumn.create("<b>", "<script>alert(\"x\")</script> & 'y'"));

        String html = (String) new TableView(table).display().data().get(MimeBundle.HTML);

        assertThat(html)
                .contains(
                        "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;",
                        "&lt;b&gt;",
                        "&lt;i&gt;name&lt;/i&gt;")
                .doesNotContain("<script", "<b>", "<i>");
    }

    @Test
    void numbers_stand_right_and_texts_left_without_any_style_sheet() {
        Table table = Table.create("t", StringColumn.create("name", "a"), DoubleColumn.create("x", 1.5));

        assertThat(new TableView(table).html().markup())
                .contains(
                        "<th scope=\"col\" style=\"text-align:left\">name</th>",
                        "<td style=\"text-align:left\">a</td>",
                        "<th scope=\"col\" style=\"text-align:right\">x</th>",
                        "<td style=\"text-align:right\">1.5</td>");
    }

    @Test
    void missing_values_are_a_dash() {
        Table table = Table.create(
                "t",
                StringColumn.create("s", "", "b"),
                DoubleColumn.create("x", Double.NaN, 2),
                IntColumn.create("i", new int[] {2, 0}));
        table.column(1).setMissing(0);
        table.column(2).setMissing(1);

        assertThat(new TableView(table).text()).endsWith("""
                        –  –  2
                        b  2  –""");
    }

    @Test
    void whole_numbers_keep_every_digit() {
        Table table = Table.create("t", LongColumn.create("id", 9_007_199_254_740_993L));

        assertThat(new TableView(table).text()).endsWith("9007199254740993");
    }

    @Test
    void line_breaks_and_long_texts_do_not_break_the_table() {
        Table table = Table.create("t", StringColumn.create("s", "one\ntwo", "x".repeat(500)));

        assertThat(new TableView(table).text()).contains("\none two\n").endsWith("x".repeat(99) + "…");
    }

    @Test
    void an_empty_table_shows_its_head() {
        assertThat(new TableView(Table.create("none", DoubleColumn.create("x"))).text())
                .isEqualTo("none: 0 rows × 1 column\nx\n─");
        assertThat(new TableView(Table.create("void")).text()).startsWith("void: 0 rows × 0 columns");
    }

    @Test
    void no_rows_at_all_cannot_be_asked_for() {
        assertThatThrownBy(() -> new TableView(Table.create("t"), 0))
                .hasMessage("a table view of 0 rows: show at least 1");
    }

    @Test
    void the_cells_that_are_asked_for_are_bold() {
        Table table = Table.create("best", StringColumn.create("Model", "vae", "pca"), IntColumn.create("rank", 1, 2));

        String html = new TableView(table)
                .html((row, column) -> row == 1 && column == 0)
                .markup();

        assertThat(html)
                .contains("<td style=\"text-align:left;font-weight:bold\">pca</td>")
                .containsOnlyOnce("font-weight");
    }
}
