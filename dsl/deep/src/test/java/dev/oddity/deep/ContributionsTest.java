package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContributionsTest {

    private static final Score OWN = new Score.ModelScore();
    private static final Score ERROR = new Score.ReconstructionError();
    private static final int COLUMNS = 6;

    private final Features rows = TrainingTest.rows(100, COLUMNS, 1);

    static Stream<Arguments> sums() {
        DoubleUnaryOperator root = Math::sqrt;
        // ½ ln 2π of each column is the same for all rows.
        DoubleUnaryOperator surprisal = sum -> sum + COLUMNS * Math.log(2 * Math.PI) / 2;
        return Stream.of(
                Arguments.of(new Autoencoder().latent(2).epochs(2), OWN, root),
                Arguments.of(new MemoryAutoencoder().latent(2).epochs(2), OWN, root),
                Arguments.of(gan(), OWN, root),
                Arguments.of(gan(), ERROR, root),
                Arguments.of(new WganGp().hidden(8).latent(2).epochs(2), OWN, root),
                Arguments.of(new Alad().hidden(8).latent(2).epochs(2), ERROR, root),
                Arguments.of(dagmm(), ERROR, root),
                Arguments.of(new Vae().latent(2).epochs(2), OWN, surprisal),
                Arguments.of(new Vae().latent(2).epochs(2).variance("one"), OWN, surprisal),
                Arguments.of(new Vae().latent(2).epochs(2), new Score.ReconstructionProbability(3), surprisal),
                Arguments.of(new Vae().latent(2).epochs(2), ERROR, root));
    }

    @ParameterizedTest
    @MethodSource("sums")
    void the_shares_of_a_row_make_its_score(Detector detector, Score score, DoubleUnaryOperator ofSum) {
        try (TrainedModel model = detector.fit(rows, FitContext.of(1))) {
            double[] scores = model.score(rows, score);
            double[] shares = model.contributions(rows, score).orElseThrow();

            for (int row = 0; row < rows.rows(); row++) {
                double sum = Arrays.stream(shares, row * COLUMNS, (row + 1) * COLUMNS)
                        .sum();
                assertThat(ofSum.applyAsDouble(sum))
                        .as("row %d", row)
                        .isCloseTo(scores[row], within(1e-4 * Math.max(1, Math.abs(scores[row]))));
            }
        }
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(gan(), new Score.CriticScore()),
                Arguments.of(gan(), new Score.FeatureMatching()),
                Arguments.of(gan(), new Score.LatentSearch(2)),
                Arguments.of(dagmm(), OWN),
                Arguments.of(new Alad().hidden(8).latent(2).epochs(2), OWN),
                Arguments.of(new Alad().hidden(8).latent(2).epochs(2), new Score.FeatureMatching()),
                Arguments.of(new Vae().latent(2).epochs(2), new Score.KlDivergence()),
                Arguments.of(new Vae().latent(2).epochs(2), new Score.LatentDistance()),
                Arguments.of(new Vae().latent(2).epochs(2), new Score.Elbo(3)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_score_that_is_no_sum_over_columns_has_no_shares(Detector detector, Score score) {
        try (TrainedModel model = detector.fit(rows, FitContext.of(1))) {
            assertThat(model.contributions(rows, score)).isEmpty();
        }
    }

    /** Of windows, the mean over the steps that are forecast. */
    @ParameterizedTest
    @MethodSource("horizons")
    void the_shares_of_a_window_make_its_score(int horizon) {
        Features windows = Features.of(rows.values(), 60);
        Features shaped = new Features(windows.values(), new int[] {10, 20, 3}, windows.names());
        Detector forecaster = new LstmForecaster().hidden(8).epochs(2).horizon(horizon);
        try (TrainedModel model = forecaster.fit(shaped, FitContext.of(1))) {
            double[] scores = model.score(shaped, OWN);
            double[] shares = model.contributions(shaped, OWN).orElseThrow();

            for (int row = 0; row < 10; row++) {
                int from = row * 60;
                double sum = IntStream.range(from, from + 60)
                        .mapToDouble(i -> shares[i])
                        .sum();
                assertThat(Math.sqrt(sum / (20 - horizon))).isCloseTo(scores[row], within(1e-4 * scores[row]));
            }
        }
    }

    static IntStream horizons() {
        return IntStream.of(1, 2);
    }

    private static Gan gan() {
        return new Gan().hidden(8).latent(2).epochs(2);
    }

    private static Dagmm dagmm() {
        return new Dagmm().hidden(8).latent(2).k(2).epochs(2);
    }
}
