package dev.oddity.core.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecimalsTest {

    @Test
    void four_decimals_at_most_and_no_more_than_needed() {
        assertThat(written(0.954123, 0.5)).containsExactly("0.9541", "0.5000");
        assertThat(written(149.62, 2.69)).containsExactly("149.62", "2.69");
        assertThat(written(3, -4, 0)).containsExactly("3", "-4", "0");
        assertThat(written(25691.16, 0.123)).containsExactly("25691.16", "0.12");
    }

    @Test
    void large_and_small_numbers_have_an_exponent() {
        assertThat(written(1.5e15, 2)).containsExactly("1.500e+15", "2.000e+00");
        assertThat(written(0.00012345, 0)).containsExactly("1.235e-04", "0");
    }

    @Test
    void a_number_too_small_for_its_column_is_not_shown_as_zero() {
        assertThat(written(0.9541, 0.00001, 0, -0.0)).containsExactly("0.9541", "1.000e-05", "0.0000", "0.0000");
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
