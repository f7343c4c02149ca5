package dev.oddity.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Month;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotationTest {

    private final Parameters toy = Parameters.of("toy")
            .define("month", new Notation<>(Month.class, "a month, such as MAY", NotationTest::month))
            .define("k", 3, Rule.atLeast(1));

    private static Month month(String text) {
        return Month.valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Test
    void a_parameter_that_was_not_given_stands_nowhere() {
        assertThat(toy).hasToString("toy()");
        assertThat(toy.describe()).isEqualTo(Map.of("k", 3));
        assertThat(toy.given("month", Month.class)).isEmpty();
    }

    @Test
    void a_value_is_written_as_its_text_and_read_from_it() {
        Parameters given = toy.with("k", 4).with("month", Month.MAY);

        assertThat(given).hasToString("toy().month(MAY).k(4)").isEqualTo(toy.with(given.describe()));
        assertThat(given.describe()).isEqualTo(Map.of("k", 4, "month", "MAY"));
        assertThat(toy.with("month", "may").given("month", Month.class)).contains(Month.MAY);
    }

    @Test
    void a_value_of_another_kind_is_refused() {
        assertThatThrownBy(() -> toy.with("month", 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("toy().month(5): month takes a month, such as MAY");
    }

    @Test
    void a_value_is_changed_when_it_is_not_the_default() {
        assertThat(toy.changed("k")).isFalse();
        assertThat(toy.with("k", 3).changed("k")).isFalse();
        assertThat(toy.with("k", 4).changed("k")).isTrue();
    }
}
