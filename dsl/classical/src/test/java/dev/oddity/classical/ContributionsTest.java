package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each number of a row adds, held against the score or told by looking. */
class ContributionsTest {

    private static final Score MODEL_SCORE = new Score.ModelScore();

    /** A detector, and the power of its score to which a row's numbers add up. */
    static Stream<Arguments> sums() {
        return Stream.of(
                Arguments.of(new Mahalanobis(), 1),
                Arguments.of(new Mcd(), 1),
                Arguments.of(new Pca(), 2),
                Arguments.of(new KMeans(), 2),
                Arguments.of(new Cblof(), 2));
    }

    @ParameterizedTest
    @MethodSource("sums")
    void they_add_up_to_the_score_or_its_square(Detector detector, int power) {
        Features rows = Fixture.read("test.csv").features();
        TrainedModel model = detector.fit(Fixture.read("train.csv").features(), FitContext.of(42));

        double[] contributions = model.contributions(rows, MODEL_SCORE).orElseThrow();

        double[] scores = model.score(rows, MODEL_SCORE);
        for (int row = 0; row < scores.length; row++) {
            double sum = Arrays.stream(contributions, row * 10, (row + 1) * 10).sum();
            double expected = Math.pow(scores[row], power);
            assertThat(sum).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @Test
    void one_gaussian_blames_as_mahalanobis_does() {
        Features train = Fixture.read("train.csv").features();
        Features rows = Fixture.read("test.csv").features();

        double[] mixture = new GaussianMixture()
                .k(1)
                .regularisation(1e-12)
                .fit(train, FitContext.of(42))
                .contributions(rows, MODEL_SCORE)
                .orElseThrow();

        double[] single = new Mahalanobis()
                .fit(train, FitContext.of(42))
                .contributions(rows, MODEL_SCORE)
                .orElseThrow();
        assertThat(mixture).containsExactly(single, within(1e-3));
    }

    @Test
    void a_number_that_is_as_its_neighbours_would_have_it_adds_nothing_or_less() {
        // Two columns of variance 2 and covariance 1.
        Features train = Features.of(new float[][] {{1, -1}, {-1, 1}, {1, 2}, {-1, -2}, {2, 1}, {-2, -1}});
        Covariance covariance = Covariance.of(train);
        assertThat(covariance.matrix()[0]).containsExactly(new double[] {2, 1}, within(1e-12));

        double[] contributions = new Mahalanobis()
                .fit(train, FitContext.of(42))
                .contributions(Features.of(new float[][] {{4, 1}}), MODEL_SCORE)
                .orElseThrow();

        // Σ⁻¹ of ((2, 1), (1, 2)) is ((2, −1), (−1, 2)) / 3; of (4, 1) it makes (7, −2) / 3.
        assertThat(contributions).containsExactly(new double[] {28 / 3.0, -2 / 3.0}, within(1e-12));
    }

    @Test
    void knn_compares_with_the_mean_of_the_neighbours() {
        Features train = Features.of(new float[][] {{0, 0}, {0, 0}, {3, 0}, {100, 100}});

        double[] contributions = new Knn()
                .k(3)
                .fit(train, FitContext.of(42))
                .contributions(Features.of(new float[][] {{1, 5}}), MODEL_SCORE)
                .orElseThrow();

        assertThat(contributions).containsExactly(0, 25);
    }
}
