package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void what_was_written_is_read_with_every_bit() {
        Random random = new Random(1);
        List<Double> numbers = random.longs(1_000)
                .mapToObj(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .filter(number -> number != Math.rint(number))
                .toList();

        assertThat(CanonicalJson.read(CanonicalJson.pretty(numbers))).isEqualTo(numbers);
        assertThat(CanonicalJson.read("{\"a\":[1,true,null,\"b\"]}"))
                .isEqualTo(Map.of("a", Arrays.asList(1L, true, null, "b")));
    }

    @Test
    void numbers_that_json_lacks_become_texts() {
        assertThat(CanonicalJson.writable(Map.of("a", List.of(Double.NaN, 1.5, Float.NEGATIVE_INFINITY), "b", 'c')))
                .isEqualTo(Map.of("a", List.of("NaN", 1.5, "-Infinity"), "b", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\":1", "{a:1}", "{} {}", "hello", "{\"a\":NaN}", "\u0000"})
    void what_is_no_json_is_refused(String text) {
        assertThatThrownBy(() -> CanonicalJson.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
