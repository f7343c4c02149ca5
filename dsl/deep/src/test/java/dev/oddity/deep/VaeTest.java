package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaeTest {

    private final Vae vae = new Vae().hidden(16).latent(3).dropout(0).epochs(15).learningRate(0.02);
    private final Features rows = TrainingTest.rows(400, 6, 1);

    @Test
    void the_posterior_of_structured_rows_stays_away_from_the_prior() {
        try (TrainedModel model = vae.fit(rows, FitContext.of(1))) {
            // Three dimensions in six columns at a tenth of noise: well over a nat a row must pass through z.
            assertThat(divergence(vae, model.state())).isGreaterThan(1);
        }
    }

    @Test
    void a_larger_beta_lets_less_through() {
        Vae strict = vae.beta(20);
        try (TrainedModel loose = vae.fit(rows, FitContext.of(1));
                TrainedModel tight = strict.fit(rows, FitContext.of(1))) {
            assertThat(divergence(strict, tight.state())).isLessThan(divergence(vae, loose.state()) / 2);
        }
    }

    @Test
    void reconstruction_probability_averages_over_draws_that_stay() {
        try (TrainedModel model = vae.epochs(1).fit(rows, FitContext.of(1))) {
            double[] one = model.score(rows, new Score.ReconstructionProbability(1));
            double[] ten = model.score(rows, new Score.ReconstructionProbability(10));

            assertThat(model.score(rows, new Score.ReconstructionProbability(1)))
                    .containsExactly(one);
            assertThat(ten).isNotEqualTo(one);
            assertThat(model.score(rows, new Score.ModelScore())).containsExactly(ten);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 128, 400})
    void a_rows_score_is_the_same_bits_in_any_company(int company) {
        try (TrainedModel model = vae.epochs(1).fit(rows, FitContext.of(1))) {
            double[] all = model.score(rows, new Score.ModelScore());

            double[] some = model.score(rows.slice(400 - company, 400), new Score.ModelScore());

            assertThat(some).containsExactly(Arrays.copyOfRange(all, 400 - company, 400));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"row", "column", "shared"})
    void a_spread_that_is_learnt_fits_better_than_one(String variance) {
        try (TrainedModel learnt = vae.variance(variance).fit(rows, FitContext.of(1));
                TrainedModel one = vae.variance("one").fit(rows, FitContext.of(1))) {
            assertThat(last(learnt)).isLessThan(last(one));
        }
    }

    @Test
    void with_a_spread_of_one_no_score_is_below_the_surprisal_of_a_perfect_copy() {
        try (TrainedModel model = vae.variance("one").epochs(2).fit(rows, FitContext.of(1))) {
            double[] scores = model.score(rows, new Score.ModelScore());

            // −ln N(x; x, 1) in six columns is 3 ln 2π.
            assertThat(Arrays.stream(scores).min().orElseThrow()).isGreaterThan(3 * Math.log(2 * Math.PI));
        }
    }

    @Test
    void the_learnt_spread_of_a_column_is_that_of_its_residual() {
        Vae column = vae.variance("column").batchNorm(false).epochs(40);
        try (TrainedModel model = column.fit(rows, FitContext.of(1));
                NDManager step = PyTorch.open(PyTorch.device(ComputeDevice.cpu()))) {
            VaeNetwork network = VaeNetwork.of(column.parameters(), 6, 1);
            Weights weights = Weights.of(network.layout(), step, model.state());
            Pass pass = weights.pass(step.newSubManager(), false);
            NDArray input = step.create(rows.values(), new Shape(400, 6));
            Gaussian posterior = network.posterior(input, pass);
            NDArray squares = step.zeros(new Shape(6));
            for (int draw = 0; draw < 50; draw++) {
                NDArray z = posterior.at(step.randomNormal(new Shape(400, 3)), pass);
                squares.addi(
                        network.likelihood(z, pass).mean().sub(input).square().mean(new int[] {0}));
            }

            float[] variance = network.likelihood(posterior.mean(), pass)
                    .logVariance()
                    .exp()
                    .toFloatArray();

            // The maximum of Σ ln N(x; μ(z), σ²) over σ² is the mean square of x − μ(z).
            float[] expected = squares.div(50).toFloatArray();
            for (int i = 0; i < 6; i++) {
                assertThat(variance[i] / expected[i]).as("column %d", i).isCloseTo(1, within(.5f));
            }
        }
    }

    @Test
    void the_evidence_lower_bound_is_the_sum_of_its_terms_and_no_weight_of_training_changes_it() {
        try (TrainedModel model = vae.beta(7).epochs(2).fit(rows, FitContext.of(1))) {
            double[] bound = model.score(rows, new Score.Elbo(4));
            double[] surprisal = model.score(rows, new Score.ReconstructionProbability(4));
            double[] divergence = model.score(rows, new Score.KlDivergence());

            for (int i = 0; i < bound.length; i++) {
                assertThat(bound[i]).isCloseTo(surprisal[i] + divergence[i], within(1e-5 * Math.abs(bound[i])));
            }
        }
    }

    /**
     * With linear encoder and decoder all is known: E_q[−ln p(x | z)] is the surprisal at the mean of q and half of the
     * variance that z brings, Σᵢⱼ Wᵢⱼ²σⱼ²/σ²; and x is normal with covariance WWᵀ + σ²I.
     */
    @Test
    void the_scores_of_a_linear_model_are_those_of_the_closed_form() {
        Vae linear = vae.hidden().latent(1).batchNorm(false).variance("shared").epochs(10);
        try (TrainedModel model = linear.fit(rows, FitContext.of(1))) {
            ModelState state = model.state();
            float[] encoder = state.tensor("encoder.out.weight").floats();
            float[] encoderBias = state.tensor("encoder.out.bias").floats();
            float[] decoder = state.tensor("decoder.out.weight").floats();
            float[] decoderBias = state.tensor("decoder.out.bias").floats();
            double raw = state.tensor("decoder.log_variance").floats()[0];
            double variance = Math.exp(Math.log1p(Math.exp(raw + 6)) - 6);
            double[] error = model.score(rows, new Score.ReconstructionError());
            double[] distance = model.score(rows, new Score.LatentDistance());
            double[] divergence = model.score(rows, new Score.KlDivergence());
            double[] bound = model.score(rows, new Score.Elbo(4000));

            for (int row = 0; row < 20; row++) {
                double mean = encoderBias[0];
                double logVariance = encoderBias[1];
                for (int i = 0; i < 6; i++) {
                    mean += encoder[i] * rows.values()[row * 6 + i];
                    logVariance += encoder[6 + i] * rows.values()[row * 6 + i];
                }
                double squares = 0;
                double length = 0;
                double along = 0;
                double apart = 0;
                for (int i = 0; i < 6; i++) {
                    double residual = rows.values()[row * 6 + i] - decoderBias[i];
                    squares += Math.pow(residual - decoder[i] * mean, 2);
                    length += decoder[i] * decoder[i];
                    along += residual * decoder[i];
                    apart += residual * residual;
                }
                double latent = Math.exp(logVariance);
                double kl = (mean * mean + latent - 1 - logVariance) / 2;
                double expected = (squares + length * latent) / 2 / variance + 3 * Math.log(2 * Math.PI * variance);
                // Woodbury: (WWᵀ + σ²I)⁻¹ and its determinant for one column W.
                double evidence = (apart - along * along / (variance + length)) / 2 / variance
                        + 3 * Math.log(2 * Math.PI * variance)
                        + Math.log1p(length / variance) / 2;

                assertThat(error[row]).isCloseTo(Math.sqrt(squares), within(1e-4));
                assertThat(distance[row]).isCloseTo(Math.abs(mean), within(1e-4));
                assertThat(divergence[row]).isCloseTo(kl, within(1e-4));
                // 4,000 draws: the standard error of a mean whose spread is of the order of its terms.
                assertThat(bound[row]).isCloseTo(expected + kl, within(.05 * (1 + expected + kl)));
                assertThat(expected + kl).isGreaterThan(evidence);
            }
        }
    }

    private static double last(TrainedModel model) {
        List<Double> losses = model.history().get("loss");
        return losses.get(losses.size() - 1);
    }

    private double divergence(Vae detector, ModelState state) {
        try (NDManager step = PyTorch.open(PyTorch.device(ComputeDevice.cpu()))) {
            VaeNetwork network = VaeNetwork.of(detector.parameters(), 6, 1);
            Weights weights = Weights.of(network.layout(), step, state);
            Pass pass = weights.pass(step.newSubManager(), false);
            NDArray input = step.create(rows.values(), new Shape(400, 6));
            return network.posterior(input, pass).divergence(pass).mean().getFloat();
        }
    }
}
