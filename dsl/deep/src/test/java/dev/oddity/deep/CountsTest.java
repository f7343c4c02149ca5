package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CountsTest {

    private static final int ENDLESS = 2_000_000_000;

    static Stream<Arguments> a_count_that_would_never_end_is_refused_before_anything_is_made() {
        return Stream.of(
                Arguments.of(new Icl(), "permutations", "at least 1 and at most 1000"),
                Arguments.of(new Icl(), "width", "at least 4 and at most 65536"),
                Arguments.of(new NormalizingFlow(), "couplings", "at least 1 and at most 1000"),
                Arguments.of(new Neutral(), "transformations", "at least 2 and at most 1000"),
                Arguments.of(new MemoryAutoencoder(), "slots", "at least 1 and at most 1000000"),
                Arguments.of(new TransformerAutoencoder(), "layers", "at least 1 and at most 100"),
                Arguments.of(new TransformerAutoencoder(), "width", "at least 1 and at most 65536"),
                Arguments.of(new LstmForecaster(), "layers", "at least 1 and at most 100"),
                Arguments.of(new LstmForecaster(), "hidden", "at least 1 and at most 65536"),
                Arguments.of(new LstmForecaster(), "horizon", "at least 1 and at most 65536"),
                Arguments.of(new LstmAutoencoder(), "layers", "at least 1 and at most 100"),
                Arguments.of(new GruAutoencoder(), "hidden", "at least 1 and at most 65536"));
    }

    @ParameterizedTest
    @MethodSource
    void a_count_that_would_never_end_is_refused_before_anything_is_made(
            DeepDetector<?> detector, String count, String rule) {
        assertThatThrownBy(() -> detector.with(count, ENDLESS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(detector.name() + "()." + count + "(" + ENDLESS + "): " + count + " must be " + rule);
    }
}
