package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ToleranceTest {

    @Test
    void one_ulp_passes_a_tight_bound_and_fails_an_exact_one() {
        double approved = 0.9537;

        assertThat(Tolerance.absolute(1e-9).allows(approved, Math.nextUp(approved)))
                .isTrue();
        assertThat(Tolerance.EXACT.allows(approved, Math.nextUp(approved))).isFalse();
        assertThat(Tolerance.EXACT.allows(approved, approved)).isTrue();
    }

    @Test
    void the_bound_itself_is_allowed_as_written_in_decimal() {
        assertThat(0.98 - 0.96).isGreaterThan(0.02);

        assertThat(Tolerance.absolute(0.02).allows(0.96, 0.98)).isTrue();
        assertThat(Tolerance.absolute(0.02).allows(0.96, 0.94)).isTrue();
        assertThat(Tolerance.absolute(0.02).allows(0.96, 0.9800001)).isFalse();
    }

    @Test
    void a_share_is_reckoned_in_decimal_too() {
        assertThat(0.01 * 0.57).isLessThan(0.0057);
        assertThat(0.29 * 100).isLessThan(29);

        assertThat(new Tolerance(0, 0.01).allows(0.57, 0.5757)).isTrue();
        assertThat(new Tolerance(0, 0.01).allows(0.57, 0.57570001)).isFalse();
        assertThat(new Tolerance(0, 0.29).allows(100, 129)).isTrue();
        assertThat(new Tolerance(0, 0.29).allows(-100, -71)).isTrue();
        assertThat(new Tolerance(0, 0.29).allows(100, Math.nextUp(129.0))).isFalse();
    }

    @Test
    void the_wider_of_both_bounds_holds() {
        Tolerance tolerance = new Tolerance(0.5, 0.1);

        assertThat(tolerance.around(2)).isEqualByComparingTo("0.5");
        assertThat(tolerance.around(-20)).isEqualByComparingTo("2");
        assertThat(tolerance.allows(-20, -22)).isTrue();
    }

    @Test
    void what_is_not_finite_stands_for_itself_alone() {
        Tolerance wide = Tolerance.absolute(1e300);

        assertThat(wide.allows(Double.NaN, Double.NaN)).isTrue();
        assertThat(wide.allows(Double.NaN, 0)).isFalse();
        assertThat(wide.allows(0.5, Double.POSITIVE_INFINITY)).isFalse();
        assertThat(wide.allows(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isFalse();
    }

    @Test
    void a_bound_below_zero_is_refused() {
        assertThatThrownBy(() -> Tolerance.absolute(-0.1))
                .hasMessage("absolute tolerance is -0.1; it must be a finite number, zero or more");
        assertThatThrownBy(() -> new Tolerance(0, Double.NaN))
                .hasMessage("relative tolerance is NaN; it must be a finite number, zero or more");
    }
}
