package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTest {

    private static final int DRAWS = 3;

    static Stream<Arguments> widths() {
        return IntStream.of(5, 6, 7, 9, 10, 13, 30)
                .boxed()
                .flatMap(in ->
                        IntStream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 17).mapToObj(out -> Arguments.of(in, out)));
    }

    @ParameterizedTest
    @MethodSource("widths")
    void equal_rows_get_equal_bits_wherever_they_lie(int in, int out) {
        for (int draw = 0; draw < DRAWS; draw++) {
            Drawn drawn = new Drawn(in, out, draw);

            drawn.alike((rows, product) -> product.of(rows, drawn.weight, drawn.bias), in);
            drawn.alike((rows, product) -> product.of(rows, drawn.weight), in);
            drawn.alike((rows, product) -> product.back(rows, drawn.weight), out);
            drawn.manager.close();
        }
    }

    /** Against the same product in double precision. */
    @ParameterizedTest
    @MethodSource("widths")
    void in_scoring_and_in_training_it_is_the_product(int in, int out) {
        Drawn drawn = new Drawn(in, out, 0);
        float[] row = drawn.numbers(in);
        float[] gradient = drawn.numbers(out);
        float[] weight = drawn.weight.toFloatArray();
        float[] bias = drawn.bias.toFloatArray();

        for (boolean training : new boolean[] {false, true}) {
            Product product = new Product(training);
            float[] forward =
                    product.of(drawn.array(row), drawn.weight, drawn.bias).toFloatArray();
            float[] bare = product.of(drawn.array(row), drawn.weight).toFloatArray();
            float[] back = product.back(drawn.array(gradient), drawn.weight).toFloatArray();

            assertThat(forward).hasSize(out);
            assertThat(bare).hasSize(out);
            assertThat(back).hasSize(in);
            for (int o = 0; o < out; o++) {
                double sum = 0;
                for (int i = 0; i < in; i++) {
                    sum += (double) row[i] * weight[o * in + i];
                }
                assertThat((double) bare[o]).isCloseTo(sum, within(1e-5));
                assertThat((double) forward[o]).isCloseTo(sum + bias[o], within(1e-5));
            }
            for (int i = 0; i < in; i++) {
                double sum = 0;
                for (int o = 0; o < out; o++) {
                    sum += (double) gradient[o] * weight[o * in + i];
                }
                assertThat((double) back[i]).isCloseTo(sum, within(1e-5));
            }
        }
        drawn.manager.close();
    }

    /** Windows of a row go through one after the other: what comes of padding is cut off each of them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 15, 16, 17})
    void rows_of_windows_get_the_products_of_their_windows(int out) {
        Drawn drawn = new Drawn(5, out, 0);
        float[] numbers = drawn.numbers(4 * 3 * 5);
        Product product = new Product(false);
        NDArray flat = drawn.manager.create(numbers, new Shape(12, 5));
        NDArray windows = drawn.manager.create(numbers, new Shape(4, 3, 5));

        NDArray given = product.of(windows, drawn.weight, drawn.bias);

        assertThat(given.getShape()).isEqualTo(new Shape(4, 3, out));
        float[] expected = product.of(flat, drawn.weight, drawn.bias).toFloatArray();
        float[] each = given.toFloatArray();
        for (int i = 0; i < each.length; i++) {
            assertThat(each[i]).isCloseTo(expected[i], within(1e-5f));
        }
        drawn.manager.close();
    }

    /** A pass has one product, and a network may pass its rows many times, as a search for z does. */
    @Test
    void a_narrow_weight_is_filled_up_once_and_a_wide_one_is_left() {
        Drawn narrow = new Drawn(5, 3, 0);
        Drawn wide = new Drawn(5, 16, 0);

        Product product = new Product(false);
        // Zeros, and what they are put behind, for the weight and for the bias.
        assertThat(made(product, narrow) - made(product, narrow)).isEqualTo(4);
        assertThat(made(product, wide) - made(product, wide)).isZero();
        narrow.manager.close();
        wide.manager.close();
    }

    /** How many arrays a product makes. */
    private static int made(Product product, Drawn drawn) {
        NDArray row = drawn.array(drawn.numbers(5));
        int before = drawn.manager.getManagedArrays().size();
        product.of(row, drawn.weight, drawn.bias);
        return drawn.manager.getManagedArrays().size() - before;
    }

    private static final class Drawn {

        private final NDManager manager = PyTorch.open(PyTorch.device(ComputeDevice.cpu()));
        private final Random random;
        private final NDArray weight;
        private final NDArray bias;

        Drawn(int in, int out, int draw) {
            random = new Random(draw);
            weight = manager.create(numbers(in * out), new Shape(out, in));
            bias = manager.create(numbers(out), new Shape(out));
        }

        float[] numbers(int count) {
            float[] numbers = new float[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = (float) random.nextGaussian();
            }
            return numbers;
        }

        NDArray array(float[] row) {
            return manager.create(row, new Shape(1, row.length));
        }

        /** One row everywhere in blocks of several lengths. */
        void alike(BiFunction<NDArray, Product, NDArray> asked, int in) {
            float[] row = numbers(in);
            float[] first = null;
            for (int length : new int[] {16, 17, 64, 1024}) {
                float[] block = new float[length * in];
                for (int i = 0; i < length; i++) {
                    System.arraycopy(row, 0, block, i * in, in);
                }
                float[] given = asked.apply(manager.create(block, new Shape(length, in)), new Product(false))
                        .toFloatArray();
                int width = given.length / length;
                first = first == null ? Arrays.copyOf(given, width) : first;
                for (int i = 0; i < length; i++) {
                    assertThat(Arrays.copyOfRange(given, i * width, (i + 1) * width))
                            .as("row %d of %d", i, length)
                            .containsExactly(first);
                }
            }
        }
    }
}
