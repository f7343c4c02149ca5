package dev.oddity.deep;

import static dev.oddity.deep.DensityFixture.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Denoising, sparse and contractive autoencoders. */
class RegularisationTest {

    private final NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()));
    private final Autoencoder small =
            new Autoencoder().hidden(4).latent(3).batchNorm(false).dropout(0);
    private final Features rows = TrainingTest.rows(600, 6, 1);

    @AfterEach
    void free() {
        owner.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "leaky_relu", "elu", "gelu", "tanh", "sigmoid", "softplus"})
    void contraction_and_its_gradient_are_those_of_torch_autograd(String activation) {
        AutoencoderNetwork network = network(small.activation(activation));
        Weights weights = DensityFixture.weights(network.layout(), owner);
        DensityFixture.OfContraction expected =
                DensityFixture.read().contraction().get(activation);

        NDArray each = network.contraction(DensityFixture.rows(owner), weights.pass(owner, false));
        float[] gradient = DensityFixture.gradient(
                (batch, pass) -> network.contraction(batch.rows(), pass).mean(), weights, owner);

        near(each.toFloatArray(), expected.each());
        near(Arrays.copyOf(gradient, expected.gradient().length), expected.gradient());
    }

    @Test
    void contraction_is_the_finite_difference_of_an_encoder_with_batch_norm_as_it_scores() {
        Autoencoder dressed =
                small.batchNorm(true).dropout(0.5).activation("tanh").epochs(5);
        try (TrainedModel model = dressed.fit(rows, FitContext.of(1))) {
            AutoencoderNetwork network = AutoencoderNetwork.of(dressed.parameters(), 6);
            Weights weights = Weights.of(network.layout(), owner, model.state());
            Features some = rows.slice(0, 5);
            float[] contraction = network.contraction(
                            owner.create(some.values(), new Shape(5, 6)), weights.pass(owner, true))
                    .toFloatArray();

            for (int row = 0; row < 5; row++) {
                double squares = 0;
                for (int column = 0; column < 6; column++) {
                    float[] above = encoded(model, some, row, column, 1e-2f);
                    float[] below = encoded(model, some, row, column, -1e-2f);
                    for (int i = 0; i < above.length; i++) {
                        squares += Math.pow((above[i] - below[i]) / 2e-2, 2);
                    }
                }
                assertThat(contraction[row] / squares).isCloseTo(1, within(.01));
            }
        }
    }

    @Test
    void a_contractive_encoder_follows_its_rows_less() {
        assertThat(contraction(small.contractive(0.1).epochs(10))).isLessThan(contraction(small.epochs(10)) / 2);
    }

    @Test
    void a_sparse_code_is_smaller() {
        assertThat(size(small.latent(8).sparse(0.05).epochs(20)))
                .isLessThan(size(small.latent(8).epochs(20)) / 2);
    }

    @Test
    void sparsity_adds_the_mean_size_of_the_codes_to_the_loss() {
        AutoencoderNetwork plain = network(small);
        AutoencoderNetwork sparse = network(small.sparse(0.7));
        Weights weights = DensityFixture.weights(plain.layout(), owner);
        float[] codes = plain.latent(DensityFixture.rows(owner), weights.pass(owner, false))
                .orElseThrow()
                .toFloatArray();
        double sum = 0;
        for (float number : codes) {
            sum += Math.abs(number);
        }

        assertThat(loss(sparse, weights) - loss(plain, weights)).isCloseTo(0.7 * sum / 12, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"denoising", "masking"})
    void denoising_makes_a_wide_autoencoder_more_than_a_copy(String word) {
        Autoencoder wide = new Autoencoder().hidden(32).latent(12).epochs(60).dropout(0);
        Random random = new Random(5);
        float[] noisy = rows.values().clone();
        for (int i = 0; i < noisy.length; i++) {
            if (word.equals("denoising")) {
                noisy[i] += (float) random.nextGaussian() / 2;
            } else if (random.nextInt(4) == 0) {
                noisy[i] = 0;
            }
        }

        double copied = cleaned(wide, noisy);
        double cleaned = cleaned(wide.with(word, 0.4), noisy);

        assertThat(cleaned).isLessThan(copied * .9);
    }

    @Test
    void nothing_is_corrupted_where_nothing_is_learnt() {
        AutoencoderNetwork plain = network(small);
        AutoencoderNetwork noisy = network(small.denoising(5).masking(0.5));
        Weights weights = DensityFixture.weights(plain.layout(), owner);
        NDArray input = DensityFixture.rows(owner);
        Batch batch = new Batch(input, input);
        Pass looking = weights.pass(owner, false);

        assertThat(noisy.objectives().get(0).loss().of(batch, looking).getFloat())
                .isEqualTo(plain.objectives().get(0).loss().of(batch, looking).getFloat());
    }

    /** Mean squared distance of what is made of noisy rows to the rows without noise. */
    private double cleaned(Autoencoder detector, float[] noisy) {
        try (TrainedModel model = detector.fit(rows, FitContext.of(1))) {
            float[] rebuilt =
                    model.reconstruction(Features.of(noisy, 6)).orElseThrow().values();
            double squares = 0;
            for (int i = 0; i < rebuilt.length; i++) {
                squares += Math.pow(rebuilt[i] - rows.values()[i], 2);
            }
            return squares / rebuilt.length;
        }
    }

    private double contraction(Autoencoder detector) {
        try (TrainedModel model = detector.fit(rows, FitContext.of(1))) {
            AutoencoderNetwork network = AutoencoderNetwork.of(detector.parameters(), 6);
            Weights weights = Weights.of(network.layout(), owner, model.state());
            NDArray input = owner.create(rows.values(), new Shape(600, 6));
            return network.contraction(input, weights.pass(owner, false)).mean().getFloat();
        }
    }

    private double size(Autoencoder detector) {
        try (TrainedModel model = detector.fit(rows, FitContext.of(1))) {
            double sum = 0;
            for (float number : model.latent(rows).orElseThrow().values()) {
                sum += Math.abs(number);
            }
            return sum;
        }
    }

    private double loss(AutoencoderNetwork network, Weights weights) {
        List<Objective> objectives = network.objectives();
        return DensityFixture.loss(objectives.get(0).loss(), weights, owner);
    }

    private static float[] encoded(TrainedModel model, Features rows, int row, int column, float step) {
        float[] values = Arrays.copyOfRange(rows.values(), row * 6, row * 6 + 6);
        values[column] += step;
        return model.latent(Features.of(values, 6)).orElseThrow().values();
    }

    private static AutoencoderNetwork network(Autoencoder detector) {
        return (AutoencoderNetwork) detector.network(new long[] {5}, Map.of());
    }
}
