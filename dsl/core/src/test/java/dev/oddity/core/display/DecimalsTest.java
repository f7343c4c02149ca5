package dev.oddity.core.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsTest {

    @Test
    void four_decimals_at_most_and_no_more_than_needed() {
        assertThat(written(0.954123, 0.5)).containsExactly("0.9541", "0.5000");
        assertThat(written(149.62, 2.69)).containsExactly("149.62", "2.69");
        assertThat(written(3, -4, 0)).containsExactly("3", "-4", "0");
        assertThat(written(25691.16, 0.12)).containsExactly("25691.16", "0.12");
    }

    @Test
    void large_and_small_numbers_have_an_exponent() {
        assertThat(written(1.5e15, 2)).containsExactly("1.500e+15", "2.000e+00");
        assertThat(written(0.00012345, 0)).containsExactly("1.235e-04", "0");
    }

    @Test
    void a_number_too_small_for_its_column_is_not_shown_as_zero() {
        assertThat(written(0.9541, 0.0000123, 0, -0.0)).containsExactly("0.9541", "1.230e-05", "0.0000", "0.0000");
    }

    @Test
    void a_small_number_has_the_decimals_that_tell_it_and_so_has_its_column() {
        assertThat(written(1.4, 2.6, 100_000)).containsExactly("1.4", "2.6", "100000.0");
        assertThat(written(0.954123, 0.0012345)).containsExactly("0.954123", "0.001235");
    }

    @Test
    void where_that_would_be_too_many_digits_each_number_has_its_own_and_points_stay_in_line() {
        assertThat(written(1.5, 2.25, 3e10)).containsExactly("1.5 ", "2.25", "30000000000   ");
        assertThat(written(0.5, 0.25, 123456789.0)).containsExactly("0.5 ", "0.25", "123456789   ");
        assertThat(written(1.4, 2.6, 1_000_000)).containsExactly("1.4", "2.6", "1000000  ");
        assertThat(written(25691.16, 12.5, 0.00123456, -3))
                .containsExactly("25691.16    ", "12.5     ", "0.001235", "-3       ");
        assertThat(written(23.602597, 0.010317, 0.000215)).containsExactly("23.6026  ", "0.01032 ", "0.000215");
    }

    @Test
    void no_number_is_off_by_more_than_one_part_in_a_thousand() {
        Random random = new Random(5);
        for (int column = 0; column < 2_000; column++) {
            double decades = random.nextDouble() * 12;
            double[] numbers = random.doubles(1 + random.nextInt(8))
                    .map(share -> (random.nextBoolean() ? 1 : -1) * Math.pow(10, share * decades - decades / 3))
                    .toArray();

            List<String> written = written(numbers);

            for (int i = 0; i < numbers.length; i++) {
                assertThat(Double.parseDouble(written.get(i).strip()))
                        .as("%s in %s", written.get(i), written)
                        .isCloseTo(numbers[i], withinPercentage(0.1));
            }
        }
    }

    @Test
    void what_is_not_a_finite_number_is_named() {
        assertThat(written(1.25, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .containsExactly("1.25", "NaN", "∞", "-∞");
    }

    private static List<String> written(double... numbers) {
        Decimals decimals = Decimals.of(numbers);
        return Arrays.stream(numbers).mapToObj(decimals::write).toList();
    }
}
