package dev.oddity.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1",
                "-1.3598071336738",
                "0.0727811733098497",
                "1e-05",
                "-2.5E+10",
                "9007199254740993",
                "123456789012345678901234567890",
                "0.00000000000000000000000000001",
                ".5",
                "5.",
                "NaN",
                "1.7976931348623157e308"
            })
    void reads_the_double_that_java_reads(String text) {
        assertThat(parse(text)).isEqualTo(Double.valueOf(text));
    }

    @Test
    void reads_the_nearest_double_of_any_decimal() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            String text = BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(25))
                    .toPlainString();

            assertThat(parse(text)).as(text).isEqualTo(Double.valueOf(text));
            assertThat(tryParse(text)).as(text).isEqualTo(Double.valueOf(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1.5", "+2", ".5", "5.", "1e-05", "2E+10", "inf", "-Infinity"})
    void numbers_are_told_from_text(String text) {
        assertThat(isNumber(text)).isTrue();
        assertThat(tryParse(text)).isEqualTo(parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-", ".", "1d", "2f", "0x1p3", "1-2", "1 000", "e5", "10.0.0.1", "fünf"})
    void text_is_told_from_numbers(String text) {
        assertThat(isNumber(text)).isFalse();
        assertThat(tryParse(text)).isNaN();
    }

    private static boolean isNumber(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Decimal.isNumber(bytes, 0, bytes.length);
    }

    private static double tryParse(String text) {
        byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
        return Decimal.tryParse(bytes, 1, bytes.length - 1);
    }

    private static double parse(String text) {
        byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.US_ASCII);
        return Decimal.parse(bytes, 1, bytes.length - 1);
    }
}
