package dev.oddity.deep;

import static dev.oddity.deep.DensityFixture.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AladTest {

    private final SelfSupervisedFixture torch = SelfSupervisedFixture.read();
    private final NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()));
    private final AladNetwork network = AladNetwork.of(
            new Alad()
                    .hidden(4)
                    .latent(2)
                    .discriminatorHidden(3)
                    .spectralNorm(false)
                    .parameters(),
            5);
    private final NDArray drawn = owner.create(DensityFixture.wave(24, 0.9, 1.5), new Shape(12, 2));

    @AfterEach
    void free() {
        owner.close();
    }

    @Test
    void the_losses_of_both_sides_and_their_gradients_are_torchs() {
        Weights weights = DensityFixture.weights(network.layout(), owner);
        Objective.Loss makers = (batch, pass) -> network.makers(network.plays(batch.rows(), drawn, pass), pass);
        Objective.Loss critics = (batch, pass) -> network.critics(network.plays(batch.rows(), drawn, pass), pass);

        assertThat(DensityFixture.loss(makers, weights, owner))
                .isCloseTo(torch.alad().makers(), within(1e-5));
        assertThat(DensityFixture.loss(critics, weights, owner))
                .isCloseTo(torch.alad().critics(), within(1e-5));
        near(DensityFixture.gradient(makers, 0, weights, owner), torch.alad().makersGradient());
        near(DensityFixture.gradient(critics, 1, weights, owner), torch.alad().criticsGradient());
    }

    @Test
    void the_scores_are_torchs() {
        Weights weights = DensityFixture.weights(network.layout(), owner);
        try (NDManager step = owner.newSubManager()) {
            NDArray rows = DensityFixture.rows(step);
            Pass pass = weights.pass(step, false);

            near(
                    network.score(new Score.ModelScore(), rows, pass).toFloatArray(),
                    torch.alad().scores());
            near(
                    network.score(new Score.FeatureMatching(), rows, pass).toFloatArray(),
                    torch.alad().featureMatching());
        }
    }

    @Test
    void a_normalised_layer_and_its_gradient_are_torchs() {
        Layout layout = new Layout();
        SpectralLinear layer = SpectralLinear.in(layout, "layer", 5, 3);
        Weights weights = DensityFixture.weights(layout, owner);
        NDArray shares = owner.create(DensityFixture.wave(36, 2.1, 1.0), new Shape(12, 3));
        try (NDManager step = owner.newSubManager()) {
            near(
                    layer.forward(DensityFixture.rows(step), weights.pass(step, true))
                            .toFloatArray(),
                    torch.spectral().first());
        }

        float[] gradient = DensityFixture.gradient(
                (batch, pass) -> layer.forward(batch.rows(), pass).mul(shares).sum(), weights, owner);

        near(Arrays.copyOf(gradient, 15), torch.spectral().gradient());
    }

    /** diag(3, 1), whose largest singular value is 3, and so a layer that stretches nothing. */
    @Test
    void a_normalised_layer_is_divided_by_its_largest_singular_value() {
        Layout layout = new Layout();
        SpectralLinear layer = SpectralLinear.in(layout, "layer", 2, 2);
        Weights weights = Weights.of(
                layout,
                owner,
                new ModelState(
                        Map.of(
                                "layer.weight", Tensor.of(new float[] {3, 0, 0, 1}),
                                "layer.bias", Tensor.of(new float[] {0, 10}),
                                "layer.u", Tensor.of(new float[] {1, 1})),
                        Map.of()));
        NDArray rows = owner.create(new float[] {6, 6}, new Shape(1, 2));

        for (int pass = 0; pass < 10; pass++) {
            layer.forward(rows, weights.pass(owner, true));
        }
        float[] scored = layer.forward(rows, weights.pass(owner, false)).toFloatArray();

        assertThat((double) scored[0]).isCloseTo(6, within(1e-5));
        assertThat((double) scored[1]).isCloseTo(12, within(1e-5));
    }

    @Test
    void rows_are_rebuilt_though_no_loss_says_so() {
        Features rows = TrainingTest.rows(400, 6, 1);
        try (TrainedModel model =
                new Alad().hidden(32).latent(4).learningRate(2e-3).epochs(20).fit(rows, FitContext.of(1))) {
            double[] first =
                    errors(new Alad().hidden(32).latent(4).learningRate(5e-4).epochs(1), rows);
            double[] last = model.score(rows, new Score.ReconstructionError());

            assertThat(mean(last)).isLessThan(mean(first) / 2);
        }
    }

    @Test
    void patience_watches_the_reconstruction() {
        Features rows = TrainingTest.rows(400, 6, 1);
        try (TrainedModel model = new Alad()
                .hidden(16)
                .latent(3)
                .learningRate(5e-4)
                .epochs(5)
                .patience(5)
                .fit(rows, FitContext.of(1))) {
            assertThat(model.history().keySet())
                    .containsExactly("encoder and generator loss", "discriminator loss", Curves.VALIDATION);
            List<Double> watched = model.history().get(Curves.VALIDATION);

            // The mean square of a number of a scaled row, of which even a bad reconstruction has some.
            assertThat(watched).allMatch(loss -> loss > 0 && loss < 2);
        }
    }

    private static double[] errors(Alad detector, Features rows) {
        try (TrainedModel model = detector.fit(rows, FitContext.of(1))) {
            return model.score(rows, new Score.ReconstructionError());
        }
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    @Test
    void its_generator_is_looked_at_as_it_learns() {
        Alad small = new Alad().hidden(4).latent(2).discriminatorHidden(3).epochs(6);
        try (TrainedModel model = small.fit(TrainingTest.rows(60, 5, 1), FitContext.of(1))) {
            assertThat(model.generated())
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.rows().columns()).isEqualTo(5));
        }
    }
}
