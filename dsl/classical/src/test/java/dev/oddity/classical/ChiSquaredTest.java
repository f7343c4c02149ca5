package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquaredTest {

    /** From SciPy 1.10.1, {@code chi2.ppf}. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 1, 0.454936423119572",
        "0.5, 2, 1.38629436111989",
        "0.5, 5, 4.35146019109553",
        "0.5, 30, 29.3360315166616",
        "0.5, 118, 117.33400707895",
        "0.5, 784, 783.333434208268",
        "0.975, 1, 5.02388618731489",
        "0.975, 2, 7.37775890822787",
        "0.975, 5, 12.83250199403",
        "0.975, 30, 46.9792422436712",
        "0.975, 118, 149.956899489389",
        "0.975, 784, 863.487210393984"
    })
    void quantiles_are_those_of_scipy(double share, int degreesOfFreedom, double quantile) {
        assertThat(ChiSquared.quantile(share, degreesOfFreedom)).isCloseTo(quantile, within(1e-9 * quantile));
    }
}
