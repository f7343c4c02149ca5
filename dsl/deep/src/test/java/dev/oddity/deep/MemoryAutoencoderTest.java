package dev.oddity.deep;

import static dev.oddity.deep.DensityFixture.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryAutoencoderTest {

    private final NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()));
    private final MemoryAutoencoder memory = new MemoryAutoencoder()
            .hidden(4)
            .latent(3)
            .slots(6)
            .batchNorm(false)
            .entropyWeight(0.3);

    @AfterEach
    void free() {
        owner.close();
    }

    @Test
    void address_loss_gradient_and_scores_are_those_of_torch() {
        DensityFixture.OfMemory expected = DensityFixture.read().memory();
        MemoryAutoencoderNetwork network = MemoryAutoencoderNetwork.of(memory.parameters(), 5);
        Weights weights = DensityFixture.weights(network.layout(), owner);
        Objective.Loss loss = network.objectives().get(0).loss();
        Pass pass = weights.pass(owner, false);

        near(
                network.address(network.encoder().forward(DensityFixture.rows(owner), pass), pass)
                        .toFloatArray(),
                expected.address());
        near(
                network.score(new Score.ModelScore(), DensityFixture.rows(owner), pass)
                        .toFloatArray(),
                expected.scores());
        assertThat(DensityFixture.loss(loss, weights, owner)).isCloseTo(expected.loss(), within(1e-5));
        near(DensityFixture.gradient(loss, weights, owner), expected.gradient());
    }

    @Test
    void without_shrinkage_every_item_has_a_part() {
        MemoryAutoencoderNetwork network =
                MemoryAutoencoderNetwork.of(memory.shrinkage(0).parameters(), 5);
        Weights weights = DensityFixture.weights(network.layout(), owner);
        Pass pass = weights.pass(owner, false);

        float[] address = network.address(network.encoder().forward(DensityFixture.rows(owner), pass), pass)
                .toFloatArray();

        for (float part : address) {
            assertThat(part).isGreaterThan(0);
        }
    }

    @Test
    void what_lies_where_no_usual_row_was_is_rebuilt_as_something_usual() {
        Features rows = TrainingTest.rows(600, 6, 1);
        Features far = TrainingTest.rows(600, 6, 1);
        for (int i = 0; i < far.values().length; i++) {
            far.values()[i] *= 6;
        }
        MemoryAutoencoder wide =
                new MemoryAutoencoder().hidden(16).latent(3).slots(30).epochs(40);

        double[] usual = TrainingTest.scores(wide, rows, 1);
        double[] unusual;
        try (TrainedModel model = wide.fit(rows, FitContext.of(1))) {
            unusual = model.score(far, new Score.ModelScore());
        }

        // On the same plane, where a linear autoencoder rebuilds as well at any distance: the error would grow by six
        // at most.
        assertThat(Arrays.stream(unusual).average().orElseThrow())
                .isGreaterThan(6 * Arrays.stream(usual).average().orElseThrow());
    }
}
