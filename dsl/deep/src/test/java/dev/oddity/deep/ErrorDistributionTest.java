package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErrorDistributionTest {

    /** Four corners of a parallelogram: mean (1, 2), covariance ((1, 1), (1, 5)), whose Cholesky factor is ((1, 0), (1, 2)). */
    @Test
    void whitening_is_the_inverse_of_the_covariances_cholesky_factor() {
        ErrorDistribution errors = new ErrorDistribution(2);
        errors.add(new float[] {2, 5, 2, 1});
        errors.add(new float[] {0, 3, 0, -1});

        assertThat(errors.mean()).containsExactly(1, 2);
        float[] whitening = errors.whitening();
        float[] expected = {1, 0, -0.5f, 0.5f};
        for (int i = 0; i < 4; i++) {
            assertThat(whitening[i]).isCloseTo(expected[i], within(1e-5f));
        }
    }

    @Test
    void errors_that_never_differ_have_a_whitening_too() {
        ErrorDistribution errors = new ErrorDistribution(2);
        errors.add(new float[] {3, 3, 3, 3});

        assertThat(errors.whitening()[0]).isCloseTo(1e4f, within(1f));
        assertThat(errors.whitening()[3]).isFinite();
    }
}
