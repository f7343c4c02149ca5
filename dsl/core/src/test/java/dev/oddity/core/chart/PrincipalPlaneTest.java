package dev.oddity.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.datasets.Features;
import org.junit.jupiter.api.Test;

class PrincipalPlaneTest {

    /** Two rows at ±3 along (1, 1, 0)/√2 and two at ±1 along the third column, about (5, 5, 5): variances 18/4 and 2/4. */
    @Test
    void rows_lie_where_their_two_largest_variances_put_them() {
        float a = (float) (3 / Math.sqrt(2));
        Features rows = Features.of(new float[][] {{5 + a, 5 + a, 5}, {5 - a, 5 - a, 5}, {5, 5, 6}, {5, 5, 4}});

        PrincipalPlane plane = PrincipalPlane.of(rows, "latent dimension");

        assertThat(plane.at(rows, 0, 0)).isCloseTo(3, within(1e-6));
        assertThat(plane.at(rows, 1, 0)).isCloseTo(-3, within(1e-6));
        assertThat(plane.at(rows, 2, 1)).isCloseTo(1, within(1e-6));
        assertThat(plane.at(rows, 2, 0)).isCloseTo(0, within(1e-6));
        assertThat(plane.name(0)).isEqualTo("first principal component (90 % of the variance)");
        assertThat(plane.shortName(1)).isEqualTo("2nd component (10 %)");
    }

    @Test
    void two_columns_are_the_plane_themselves() {
        Features rows = Features.of(new float[][] {{1, 7}, {2, 9}});

        PrincipalPlane plane = PrincipalPlane.of(rows, "latent dimension");

        assertThat(plane.at(rows, 1, 0)).isEqualTo(2);
        assertThat(plane.at(rows, 1, 1)).isEqualTo(9);
        assertThat(plane.name(1)).isEqualTo("latent dimension 2");
    }

    @Test
    void rows_that_are_all_alike_have_no_variance_to_share() {
        Features rows = Features.of(new float[][] {{1, 2, 3}, {1, 2, 3}});

        assertThat(PrincipalPlane.of(rows, "z").name(0)).isEqualTo("first principal component (0 % of the variance)");
    }
}
