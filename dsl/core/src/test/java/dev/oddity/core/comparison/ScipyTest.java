package dev.oddity.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests against scipy; see README.md beside its opinion. */
class ScipyTest {

    record Signed(String name, double[] differences, double p) {

        @Override
        public String toString() {
            return name;
        }
    }

    record Ranked(String name, double[][] values, double[] ranks, double statistic, double p) {

        @Override
        public String toString() {
            return name;
        }
    }

    record Opinion(List<Signed> wilcoxon, List<Ranked> friedman, Map<Integer, Double> nemenyi) {}

    private static Opinion read() {
        try (Reader json = new InputStreamReader(
                ScipyTest.class.getResourceAsStream("scipy-comparison.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(json, Opinion.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Signed> wilcoxon() {
        return read().wilcoxon();
    }

    static List<Ranked> friedman() {
        return read().friedman();
    }

    @ParameterizedTest
    @MethodSource("wilcoxon")
    void wilcoxon_has_the_same_p(Signed given) {
        assertThat(Wilcoxon.of(given.differences()).p()).isCloseTo(given.p(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("friedman")
    void friedman_has_the_same_ranks_statistic_and_p(Ranked given) {
        Friedman test = Friedman.of(given.values());

        assertThat(test.ranks()).containsExactly(given.ranks(), within(1e-12));
        assertThat(test.statistic()).isCloseTo(given.statistic(), within(1e-9));
        assertThat(test.p()).isCloseTo(given.p(), within(1e-9));
    }

    @Test
    void nemenyis_q_is_the_studentised_range_over_the_root_of_two() {
        read().nemenyi().forEach((models, q) -> assertThat(Nemenyi.q(models)).isCloseTo(q, within(1e-6)));
    }

    /** Table 5 of Demšar (2006), level 0.05. */
    @ParameterizedTest
    @CsvSource({
        "2, 1.960",
        "3, 2.343",
        "4, 2.569",
        "5, 2.728",
        "6, 2.850",
        "7, 2.949",
        "8, 3.031",
        "9, 3.102",
        "10, 3.164"
    })
    void nemenyis_q_is_the_one_that_demsar_prints(int models, double q) {
        assertThat(Nemenyi.q(models)).isCloseTo(q, within(1e-3));
    }

    /** Section 3.2.2 there: four classifiers on 14 data sets, q 2.569, CD 1.25. */
    @Test
    void the_critical_difference_is_that_of_demsars_example() {
        assertThat(Nemenyi.criticalDifference(4, 14)).isCloseTo(1.25, within(.005));
    }

    @Test
    void pairs_without_a_difference_say_nothing() {
        assertThat(Wilcoxon.of(new double[] {0, 0, 0})).isEqualTo(new Wilcoxon(0, 1));
        assertThat(Wilcoxon.of(new double[] {0, .5, 1, 2, 3, 4})).isEqualTo(new Wilcoxon(5, .0625));
    }

    @Test
    void models_that_are_always_equal_do_not_differ() {
        Friedman test = Friedman.of(new double[][] {{1, 1, 1}, {2, 2, 2}});

        assertThat(test.ranks()).containsExactly(2, 2, 2);
        assertThat(test.p()).isEqualTo(1);
    }

    @Test
    void holm_multiplies_the_least_by_all_and_never_falls_back() {
        assertThat(Holm.adjust(new double[] {.01, .04, .03, .005}))
                .containsExactly(new double[] {.03, .06, .06, .02}, within(1e-15));
        assertThat(Holm.adjust(new double[] {.6, .7})).containsExactly(1, 1);
        assertThat(Holm.adjust(new double[0])).isEmpty();
    }
}
