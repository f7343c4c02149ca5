package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.ValueText;
import dev.oddity.core.display.ValueView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NDArrayViewTest {

    private final NDManager manager = PyTorch.open(Device.cpu());

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void a_matrix_is_a_table_below_its_shape_type_and_device() {
        NDArray array = manager.create(new float[] {0.5f, 2, -1, 0.25f, 3, 100}, new Shape(2, 3));

        assertThat(text(array)).isEqualTo("""
                        NDArray (2, 3) float32 on cpu
                        #     0  1    2
                        ─  ────  ─  ───
                        0  0.50  2   -1
                        1  0.25  3  100""");
        assertThat((String) new ValueView(array).display().data().get(MimeBundle.HTML))
                .contains(
                        "<div class=\"oddity-caption\">NDArray (2, 3) float32 on cpu</div>",
                        "<td style=\"text-align:right\">0.50</td>");
    }

    /** The digits are those of numpy 1.24.2: {@code np.sin(np.arange(3000) * .37).reshape(60, 50).astype(np.float32)}, '%.8f'. */
    @Test
    void the_corners_of_a_large_one_have_the_digits_that_numpy_has() {
        float[] waves = new float[3000];
        for (int i = 0; i < waves.length; i++) {
            waves[i] = (float) Math.sin(i * .37);
        }

        List<String> lines =
                text(manager.create(waves, new Shape(60, 50))).lines().toList();

        assertThat(lines).hasSize(3 + 14 + 1 + 6).contains("… 40 more rows");
        Stream.of(
                        "0 0.00000000 0.36161542 0.67428792 0.89569867 0.99588084 0.96127522 0.79656547 … -0.99381918 -0.88642144 -0.65905076",
                        "13 0.98589408 0.85865223 0.61519581 0.28847554 -0.07728852 -0.43259194 -0.72934610 … 0.27578127 0.60471058 0.85179514",
                        "54 -0.02646075 0.33681872 0.65451139 0.88361901 0.99313289 0.96823096 0.81228346 … -0.99640864 -0.89835918 -0.67872107",
                        "59 -0.97937590 -0.98616213 -0.85947585 -0.61646360 -0.29001591 0.07568411 0.43114063 … 0.09207612 -0.27423421 -0.60342818")
                .map(numpy -> numpy.split(" "))
                .forEach(numpy -> assertThat(rows(lines))
                        .filteredOn(row -> row.startsWith(numpy[0] + " "))
                        .singleElement()
                        .satisfies(row -> assertThat(row).isEqualTo(roundedAs(row.split(" "), numpy))));
    }

    /** What numpy has, each number with as many decimals as ours has, but four at least. */
    private static String roundedAs(String[] ours, String[] numpy) {
        return IntStream.range(0, numpy.length)
                .mapToObj(i -> {
                    int decimals = ours[i].length() - 1 - ours[i].indexOf('.');
                    return numpy[i].contains(".")
                            ? new BigDecimal(numpy[i])
                                    .setScale(Math.max(4, decimals), RoundingMode.HALF_UP)
                                    .toPlainString()
                            : numpy[i];
                })
                .collect(Collectors.joining(" "));
    }

    /** As numpy prints {@code np.arange(24).reshape(2, 3, 4) ** 3 - 500}. */
    @Test
    void of_three_dimensions_each_matrix_is_a_table() {
        NDArray array = manager.arange(24).toType(DataType.INT64, true).reshape(2, 3, 4);

        assertThat(text(array.pow(3).sub(500))).isEqualTo("""
                        NDArray (2, 3, 4) int64 on cpu
                        [0, :, :]
                        #     0     1     2     3
                        ─  ────  ────  ────  ────
                        0  -500  -499  -492  -473
                        1  -436  -375  -284  -157
                        2    12   229   500   831
                        [1, :, :]
                        #     0     1      2      3
                        ─  ────  ────  ─────  ─────
                        0  1228  1697   2244   2875
                        1  3596  4413   5332   6359
                        2  7500  8761  10148  11667""");
    }

    @Test
    void what_is_not_finite_is_shown_as_such() {
        NDArray array =
                manager.create(new float[] {1.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e-30f});

        assertThat(text(array).lines().skip(3))
                .containsExactly("0        1.5", "1        NaN", "2          ∞", "3         -∞", "4  1.000e-30");
    }

    /** Four terabytes, had each element a place of its own: neither they nor a row of them could be copied. */
    @Test
    void no_more_is_copied_than_is_shown() {
        NDArray wide = manager.create(new float[] {7}, new Shape(1, 1)).broadcast(1L << 20, 1L << 20);
        NDArray longer = manager.create(new float[] {7}).broadcast(3_000_000_000L);

        assertThat(text(wide).lines().toList())
                .startsWith("NDArray (1048576, 1048576) float32 on cpu")
                .contains("… 1,048,556 more rows");
        assertThat(text(longer))
                .startsWith("NDArray (3000000000) float32 on cpu")
                .contains("… 2,999,999,980 more rows");
        assertThat(rows(text(longer).lines().toList())).endsWith("2999999999 7");
    }

    @Test
    void showing_leaves_nothing_behind() {
        NDArray array = manager.zeros(new Shape(3, 40, 40), DataType.FLOAT16);
        int before = manager.getManagedArrays().size();

        text(array);

        assertThat(manager.getManagedArrays()).hasSize(before);
    }

    /** Half precision has 11 bits: numpy 1.24.2 gives .0999755859375 for float16(.1), 5.960464477539063e-08 for float16(6e-8). */
    @Test
    void each_type_has_its_numbers() {
        assertThat(cells(manager.create(new float[] {.1f, 65504, -2.5f}).toType(DataType.FLOAT16, true)))
                .containsExactly("0.1", "65504.0", "-2.5");
        assertThat(cells(manager.create(new float[] {6e-8f}).toType(DataType.FLOAT16, true)))
                .containsExactly("5.960e-08");
        assertThat(cells(manager.create(new double[] {1.0 / 3}))).containsExactly("0.3333");
        assertThat(cells(manager.create(new int[] {1, -2}))).containsExactly("1", "-2");
        assertThat(cells(manager.create(new byte[] {-1, 5}))).containsExactly("-1", "5");
        assertThat(cells(manager.create(new byte[] {-1, 5}).toType(DataType.UINT8, true)))
                .containsExactly("255", "5");
        assertThat(cells(manager.create(new long[] {Long.MIN_VALUE}))).containsExactly("-9223372036854775808");
        assertThat(cells(manager.create(new boolean[] {true, false}))).containsExactly("true", "false");
    }

    /** As numpy's {@code np.fft.fft([1, 2, 4, 8])}. */
    @Test
    void complex_numbers_have_both_parts() {
        assertThat(cells(manager.create(new float[] {1, 2, 4, 8}).fft(4)))
                .containsExactly("15.00+0.000i", "-3.000+6.000i", "-5.000+0.000i", "-3.000-6.000i");
    }

    @Test
    void a_transposed_one_is_shown_as_it_is_indexed() {
        NDArray array =
                manager.create(new int[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3)).transpose();

        assertThat(rows(text(array).lines().toList())).containsExactly("0 1 4", "1 2 5", "2 3 6");
    }

    @Test
    void single_and_no_numbers_are_told_in_a_line() {
        assertThat(text(manager.create(0.1f))).isEqualTo("NDArray () float32 on cpu: 0.1");
        assertThat(text(manager.create(new Shape(0, 3)))).isEqualTo("NDArray (0, 3) float32 on cpu: empty");
    }

    @Test
    void one_that_learns_is_shown_too() {
        NDArray array = manager.create(new float[] {1, 2});
        array.setRequiresGradient(true);

        assertThat(cells(array)).containsExactly("1", "2");
    }

    @Test
    void a_closed_one_says_so() {
        NDArray array = manager.create(new float[] {1, 2});
        text(array);

        array.close();

        assertThat(text(array))
                .isEqualTo("NDArray (2) float32, closed: its numbers are gone. An array is closed with the"
                        + " NDManager it is attached to; show it before, or attach(..) it to one that lives longer");
        assertThat(ValueText.of(List.of(array))).isEqualTo("[NDArray (2) float32, closed]");
    }

    @Test
    void one_that_was_closed_before_anybody_looked_says_so() {
        NDArray array = manager.create(new float[] {1, 2}).add(1);
        array.close();

        assertThat(text(array)).startsWith("NDArray, closed: its numbers are gone.");
    }

    @Test
    void inside_of_others_it_is_a_line() {
        NDArray matrix = manager.zeros(new Shape(2, 3));
        matrix.setName("weight");

        assertThat(ValueText.of(Map.of("loss", manager.create(0.5f))))
                .isEqualTo("{loss=NDArray () float32 on cpu: 0.5}");
        assertThat(text(List.of(matrix))).contains("0  NDArray weight (2, 3) float32 on cpu");
    }

    @Test
    void on_request_it_is_lists_in_lists() {
        NDArray array = manager.create(new float[] {1, Float.NaN, 3, 4, 5, 6}, new Shape(3, 1, 2));

        assertThat(json(array))
                .isEqualTo(
                        List.of(List.of(Arrays.asList(1f, null)), List.of(List.of(3f, 4f)), List.of(List.of(5f, 6f))));
        assertThat(json(manager.create(new int[0], new Shape(2, 0)))).isEqualTo(List.of(List.of(), List.of()));
        assertThat(json(manager.create(5))).isEqualTo(5L);
        assertThat(new ValueView(array).display().data()).doesNotContainKey(MimeBundle.JSON);
    }

    private static Object json(NDArray array) {
        return new ValueView(array).display(MimeBundle.JSON).data().get(MimeBundle.JSON);
    }

    private static String text(Object value) {
        return (String) new ValueView(value).display().data().get(MimeBundle.TEXT);
    }

    /** The values of a vector. */
    private static List<String> cells(NDArray vector) {
        return rows(text(vector).lines().toList()).stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    /** Below the head, with one space between the cells. */
    private static List<String> rows(List<String> lines) {
        return lines.stream()
                .skip(3)
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
    }
}
