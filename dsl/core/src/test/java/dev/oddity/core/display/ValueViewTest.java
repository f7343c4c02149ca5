package dev.oddity.core.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ValueViewTest {

    record Fit(String model, int epochs, int[] layers, Double gap) {}

    record Point(double x, double y) {}

    record Named(String name) implements Displayable {
        @Override
        public MimeBundle display() {
            return MimeBundle.text("shown by itself");
        }
    }

    @Test
    void a_record_is_a_table_of_its_components_and_a_line_of_text() {
        MimeBundle bundle = new ValueView(new Fit("<vae>", 5, new int[] {8, 2}, null)).display();

        assertThat((String) bundle.data().get(MimeBundle.HTML))
                .contains(
                        "<div class=\"oddity-caption\">Fit</div>",
                        "<th scope=\"row\" style=\"text-align:left\">epochs</th><td style=\"text-align:left\">5</td>",
                        "&lt;vae&gt;",
                        "[8, 2]",
                        "<span class=\"oddity-missing\">–</span>")
                .doesNotContain("<vae>");
        assertThat((String) bundle.data().get(MimeBundle.TEXT))
                .isEqualTo("Fit[model=<vae>, epochs=5, layers=[8, 2], gap=null]");
    }

    @Test
    void a_record_of_numbers_has_them_below_each_other() {
        assertThat((String)
                        new ValueView(new Point(1.5, -22.25)).display().data().get(MimeBundle.HTML))
                .contains("<td style=\"text-align:right\">1.50</td>", "<td style=\"text-align:right\">-22.25</td>");
    }

    @Test
    void who_can_show_itself_does() {
        assertThat(new ValueView(new Named("n")).display().data().get(MimeBundle.TEXT))
                .isEqualTo("shown by itself");
    }

    @Test
    void a_matrix_is_a_table_with_its_shape() {
        assertThat(text(new double[][] {{1, 2.5}, {3, 4}})).isEqualTo("""
                        double[][]: 2 rows × 2 columns
                        #  0    1
                        ─  ─  ───
                        0  1  2.5
                        1  3  4.0""");
        assertThat(text(new float[][] {{0.5f, 2}, null, {}})).isEqualTo("""
                        float[][]: 3 rows × 0 to 2 columns
                        #    0  1
                        ─  ───  ─
                        0  0.5  2
                        1    –  –
                        2    –  –""");
        assertThat(text(new double[0][0])).isEqualTo("[]");
    }

    @Test
    void of_a_large_matrix_the_corners_are_shown() {
        int[][] matrix = IntStream.range(0, 1000)
                .mapToObj(row ->
                        IntStream.range(0, 50).map(column -> row * 100 + column).toArray())
                .toArray(int[][]::new);

        assertThat(text(matrix).lines().toList())
                .startsWith(
                        "int[][]: 1,000 rows × 50 columns",
                        "  #      0      1      2      3      4      5      6  …     47     48     49")
                .contains("… 980 more rows")
                .endsWith("999  99900  99901  99902  99903  99904  99905  99906  …  99947  99948  99949");
    }

    @Test
    void an_array_of_more_dimensions_is_its_matrices_below_its_shape() {
        assertThat(text(new float[][][] {{{1.5f, 2}}, {{3, 4}, {5}}})).isEqualTo("""
                        float[2][1][2]
                        [0]
                        #    0  1
                        ─  ───  ─
                        0  1.5  2
                        [1]
                        #  0  1
                        ─  ─  ─
                        0  3  4
                        1  5  –""");
        assertThat(text(new int[3][4][2][1]).lines())
                .startsWith("int[3][4][2][1]", "[0][0]")
                .containsSubsequence("[0][1]", "… 9 more slices", "[2][3]");
    }

    @Test
    void an_array_of_more_dimensions_that_holds_nothing_is_text() {
        assertThat(text(new long[2][][])).isEqualTo("long[2][0][0]\n[null, null]");
        assertThat(text(new long[0][1][1])).isEqualTo("long[0][0][0]\n[]");
    }

    @Test
    void arrays_of_single_values_are_text() {
        assertThat(text(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(text(new String[] {"a", null})).isEqualTo("[a, null]");
    }

    @Test
    void a_column_is_shown_with_its_rows_numbered() {
        assertThat(text(DoubleColumn.create("d", 1, 22.5))).isEqualTo("""
                        d: 2 rows of DOUBLE
                        #     d
                        ─  ────
                        0   1.0
                        1  22.5""");
    }

    @Test
    void null_in_a_long_column_of_texts_is_missing() {
        StringColumn texts = StringColumn.create(
                "s",
                IntStream.range(0, 100_000)
                        .mapToObj(i -> i % 7 == 0 ? null : "t" + i)
                        .toList());

        assertThat(text(Table.create("t", texts))).contains("\n–\nt1\n").endsWith("t99999");
    }

    @Test
    void empty_texts_are_not_missing_outside_of_tables() {
        assertThat(text(Arrays.asList("", null, "a")).lines().skip(3)).containsExactly("0", "1  –", "2  a");
    }

    private static String text(Object value) {
        return (String) new ValueView(value).display().data().get(MimeBundle.TEXT);
    }
}
