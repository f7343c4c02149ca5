package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricComparisonTest {

    private static final MetricName AUC = MetricName.of("cell", "fraud", "vae()", "rocAuc");
    private static final MetricName F1 = MetricName.of("cell", "fraud", "vae()", "f1");
    private static final MetricName AP = MetricName.of("cell", "fraud", "kMeans(8)", "averagePrecision");

    @Test
    void numbers_within_their_own_tolerance_hold() {
        MetricComparison comparison =
                MetricComparison.of(Map.of(AUC, approved(.96, .02), AP, approved(.5, 0)), Map.of(AUC, .95, AP, .5));

        assertThat(comparison.holds()).isTrue();
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.table()).isEmpty();
    }

    @Test
    void each_difference_is_named_with_old_new_and_allowed() {
        MetricComparison comparison = MetricComparison.of(
                Map.of(AUC, approved(.96, .02), F1, approved(.5, 1e-9)), Map.of(AUC, .9375, AP, .7));

        assertThat(comparison.holds()).isFalse();
        assertThat(comparison.table()).isEqualTo("""
                        metric                                      | old  | new    | allowed
                        cell / fraud / kMeans(8) / averagePrecision | -    | 0.7    | -
                        cell / fraud / vae() / f1                   | 0.5  | -      | ±1.0E-9
                        cell / fraud / vae() / rocAuc               | 0.96 | 0.9375 | ±0.02""");
    }

    @Test
    void a_number_that_was_never_approved_does_not_hold() {
        assertThat(MetricComparison.of(Map.of(), Map.of(AUC, .9)).holds()).isFalse();
        assertThat(MetricComparison.of(Map.of(), Map.of()).holds()).isTrue();
    }

    @Test
    void names_are_ordered_name_by_name_not_letter_by_letter() {
        assertThat(MetricName.of("a", "z")).isLessThan(MetricName.of("a b", "a"));
        assertThat(MetricName.of("a")).isLessThan(MetricName.of("a", "b"));
    }

    private static ApprovedNumber approved(double value, double absolute) {
        return new ApprovedNumber(value, Tolerance.absolute(absolute));
    }
}
