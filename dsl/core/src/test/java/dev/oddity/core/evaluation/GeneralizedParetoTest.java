package dev.oddity.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GeneralizedParetoTest {

    /** What scipy says; see README.md beside the file. */
    record Case(
            double trueShape,
            double trueScale,
            double[] excesses,
            double shape,
            double scale,
            double logLikelihood,
            Map<String, Double> exceededBy) {

        @Override
        public String toString() {
            return trueShape + ", " + trueScale + ", " + excesses.length;
        }
    }

    record Cases(List<Case> cases) {}

    static List<Case> cases() {
        try (Reader json = new InputStreamReader(
                GeneralizedParetoTest.class.getResourceAsStream("scipy-pareto.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(json, Cases.class).cases();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void it_fits_what_scipy_fits(Case given) {
        GeneralizedPareto fitted = GeneralizedPareto.fit(given.excesses());

        assertThat(logLikelihood(fitted, given.excesses())).isGreaterThan(given.logLikelihood() - 1e-10);
        assertThat(fitted.shape()).isCloseTo(given.shape(), within(1e-5));
        assertThat(fitted.scale() / given.scale()).isCloseTo(1, within(1e-5));
        given.exceededBy()
                .forEach((q, expected) -> assertThat(fitted.exceededBy(Double.parseDouble(q)) / expected)
                        .as("exceeded with probability %s", q)
                        .isCloseTo(1, within(1e-4)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 3", "0.8, 0.001", "-0.3, 40"})
    void it_finds_the_shape_and_the_scale_that_many_excesses_were_drawn_with(double shape, double scale) {
        Random random = new Random(7);
        double[] excesses = new double[100_000];
        Arrays.setAll(excesses, i -> new GeneralizedPareto(shape, scale).exceededBy(1 - random.nextDouble()));

        GeneralizedPareto fitted = GeneralizedPareto.fit(excesses);

        assertThat(fitted.shape()).isCloseTo(shape, within(.02));
        assertThat(fitted.scale() / scale).isCloseTo(1, within(.02));
    }

    @Test
    void a_tail_that_ends_hard_is_uniform() {
        double[] evenly = new double[50];
        Arrays.setAll(evenly, i -> i < 3 ? i + 1 : 49 + i / 50.0);

        assertThat(GeneralizedPareto.fit(evenly)).isEqualTo(new GeneralizedPareto(-1, evenly[49]));
    }

    @Test
    void equal_excesses_have_a_finite_fit() {
        double[] equal = new double[20];
        Arrays.fill(equal, .5);

        assertThat(GeneralizedPareto.fit(equal)).isEqualTo(new GeneralizedPareto(-1, .5));
    }

    @Test
    void near_shape_nought_the_two_formulas_meet() {
        double exponential = new GeneralizedPareto(0, 2).exceededBy(1e-4);

        assertThat(exponential).isCloseTo(-2 * Math.log(1e-4), within(1e-12));
        assertThat(new GeneralizedPareto(1e-9, 2).exceededBy(1e-4)).isCloseTo(exponential, within(1e-6));
        assertThat(new GeneralizedPareto(-1e-9, 2).exceededBy(1e-4)).isCloseTo(exponential, within(1e-6));
    }

    private static double logLikelihood(GeneralizedPareto fitted, double[] excesses) {
        return Arrays.stream(excesses)
                .map(y -> -Math.log(fitted.scale())
                        - (1 + 1 / fitted.shape()) * Math.log1p(fitted.shape() * y / fitted.scale()))
                .average()
                .orElseThrow();
    }
}
