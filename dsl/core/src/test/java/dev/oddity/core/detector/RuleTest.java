package dev.oddity.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

    private final Parameters parameters = Parameters.of("toy")
            .define("learningRate", 1e-3, Rule.positive())
            .define("decay", 0.0, Rule.atLeast(0))
            .define("share", 0.5, Rule.between(0, 1))
            .define("layers", 2, Rule.within(1, 100))
            .define("shift", 0.0, Rule.any())
            .define("hidden", List.of(64), Rule.atLeast(1));

    @ParameterizedTest
    @ValueSource(strings = {"learningRate", "decay", "share", "shift"})
    void a_number_that_is_not_finite_is_refused_under_every_rule(String name) {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> parameters.with(name, value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("toy()." + name + "(" + value + "): " + name + " must be a finite number");
        }
    }

    @Test
    void a_finite_number_outside_the_range_is_told_the_range() {
        assertThatThrownBy(() -> parameters.with("learningRate", 0))
                .hasMessage("toy().learningRate(0.0): learningRate must be greater than 0");
        assertThatThrownBy(() -> parameters.with("share", 1))
                .hasMessage("toy().share(1.0): share must be at least 0 and below 1");
        assertThatThrownBy(() -> parameters.with("layers", 101))
                .hasMessage("toy().layers(101): layers must be at least 1 and at most 100");
        assertThatThrownBy(() -> parameters.with("layers", 0))
                .hasMessage("toy().layers(0): layers must be at least 1 and at most 100");
        assertThat(parameters.with("layers", 100).integer("layers")).isEqualTo(100);
    }

    @Test
    void each_element_of_a_list_is_checked() {
        assertThat(parameters.with("hidden", new int[] {8, 4}).integers("hidden"))
                .containsExactly(8, 4);
        assertThatThrownBy(() -> parameters.with("hidden", new int[] {8, 0}))
                .hasMessage("toy().hidden(0): hidden must be at least 1");
    }
}
