package dev.oddity.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void mean_and_deviation_equal_those_of_pythons_statistics() {
        SecondOpinion.Spread expected = SecondOpinion.read().summary();

        Summary summary = Summary.of(expected.values());

        assertThat(summary.mean()).isCloseTo(expected.mean(), within(1e-12));
        assertThat(summary.standardDeviation().getAsDouble()).isCloseTo(expected.standardDeviation(), within(1e-12));
        assertThat(summary.n()).isEqualTo(5);
        assertThat(summary.min()).isEqualTo(0.9498);
        assertThat(summary.max()).isEqualTo(0.9612);
        assertThat(summary).hasToString("0.9566 ± 0.0047");
    }

    @Test
    void one_run_has_no_deviation() {
        Summary summary = Summary.of(0.95412);

        assertThat(summary.standardDeviation()).isEmpty();
        assertThat(summary).hasToString("0.9541");
    }

    @Test
    void equal_runs_have_deviation_0() {
        assertThat(Summary.of(0.5, 0.5).standardDeviation()).hasValue(0);
    }

    @Test
    void nothing_and_not_a_number_are_refused() {
        assertThatThrownBy(Summary::of).hasMessage("no values to summarise: give at least one");
        assertThatThrownBy(() -> Summary.of(0.9, Double.NaN))
                .hasMessage("cannot summarise [0.9, NaN]: every value must be a finite number");
    }

    @Test
    void large_figures_are_written_with_fewer_decimals() {
        assertThat(Summary.of(53.49498)).hasToString("53.4950");
        assertThat(Summary.of(512.34, 512.36)).hasToString("512.4 ± 0.0");
        assertThat(Summary.of(-154.2155)).hasToString("-154.2");
        assertThat(Summary.of(1_234_567.8)).hasToString("1,234,568");
    }
}
