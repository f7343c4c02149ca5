package dev.oddity.core.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorViewTest {

    /** Counts how many elements it was asked for; each is its index, read as a number with a digit for each dimension. */
    private static final class Places implements TensorView.Blocks {

        private int asked;

        @Override
        public List<?> of(long[] from, long[] to) {
            List<Long> elements = new ArrayList<>();
            add(from, to, 0, 0, elements);
            asked += elements.size();
            return elements;
        }

        private static void add(long[] from, long[] to, int dimension, long above, List<Long> elements) {
            if (dimension == from.length) {
                elements.add(above);
                return;
            }
            for (long i = from[dimension]; i < to[dimension]; i++) {
                add(from, to, dimension + 1, above * 10 + i, elements);
            }
        }
    }

    @Test
    void a_matrix_is_a_table() {
        assertThat(text(3L, 2L)).isEqualTo("""
                        t
                        #   0   1
                        ─  ──  ──
                        0   0   1
                        1  10  11
                        2  20  21""");
    }

    @Test
    void a_vector_stands_below_itself() {
        assertThat(text(3L)).isEqualTo("""
                        t
                        #  value
                        ─  ─────
                        0      0
                        1      1
                        2      2""");
    }

    @Test
    void of_a_large_one_the_corners_are_asked_for_and_no_more() {
        Places places = new Places();

        List<String> lines =
                text(places, 4_000_000_000L, 5_000_000_000L).lines().toList();

        assertThat(places.asked).isEqualTo(200);
        assertThat(lines.get(1).split(" +"))
                .containsExactly(
                        "", "#", "0", "1", "2", "3", "4", "5", "6", "…", "4999999997", "4999999998", "4999999999");
        assertThat(lines).contains("… 3,999,999,980 more rows");
        assertThat(lines.get(lines.size() - 1).split(" +"))
                .startsWith("3999999999", "39999999990", "39999999991")
                .endsWith("…", "44999999987", "44999999988", "44999999989");
    }

    @Test
    void of_more_dimensions_the_first_matrices_and_the_last_are_shown() {
        assertThat(text(2L, 3L, 1L, 2L)).isEqualTo("""
                        t
                        [0, 0, :, :]
                        #  0  1
                        ─  ─  ─
                        0  0  1
                        [0, 1, :, :]
                        #    0    1
                        ─  ───  ───
                        0  100  101
                        … 3 more slices
                        [1, 2, :, :]
                        #     0     1
                        ─  ────  ────
                        0  1200  1201""");
    }

    @Test
    void tables_of_matrices_stand_in_one_row_of_the_page() {
        String html = (String) view(new Places(), 5L, 1L, 1L).display().data().get(MimeBundle.HTML);

        assertThat(html)
                .containsSubsequence(
                        "<div class=\"oddity-caption\">t</div>",
                        "<div class=\"oddity-row\">",
                        "[0, :, :]",
                        "[1, :, :]",
                        "… 2 more slices",
                        "[4, :, :]",
                        "</div>");
    }

    @Test
    void a_single_number_is_told_with_what_it_is() {
        assertThat(new TensorView("t", List.of(), (from, to) -> List.of(0.1f))
                        .display()
                        .data())
                .containsOnlyKeys(MimeBundle.TEXT)
                .containsEntry(MimeBundle.TEXT, "t: 0.1");
    }

    @Test
    void an_empty_one_is_told_to_be_empty() {
        assertThat(text(0L, 3L)).isEqualTo("t: empty");
        assertThat(text(2L, 0L, 3L)).isEqualTo("t: empty");
    }

    private static String text(Long... shape) {
        return text(new Places(), shape);
    }

    private static String text(Places places, Long... shape) {
        return (String) view(places, shape).display().data().get(MimeBundle.TEXT);
    }

    private static TensorView view(Places places, Long... shape) {
        return new TensorView("t", List.of(shape), places);
    }
}
