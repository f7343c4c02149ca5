package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code layerNorm()} and {@code batchNorm()} norm. */
class NormsTest {

    private static final int STEPS = 4;
    private static final int FEATURES = 3;

    @ParameterizedTest
    @CsvSource({
        "layers().layerNorm().dense(2), 3",
        "layers().layerNorm().conv(2), 3",
        "layers().batchNorm().dense(2), 3",
        "layers().relu().batchNorm().conv(2), 3",
        "layers().flatten().layerNorm().dense(2), 12",
        "layers().flatten().batchNorm().dense(2), 12",
        "layers().dense(5).layerNorm(), 5",
        "layers().dense(5).batchNorm().reshape(5; 1).conv(2), 5",
    })
    void a_norm_of_a_window_is_told_by_the_words_before_it(String words, int normed) {
        Layout layout = new Layout();
        LayersText.read(words.replace(';', ','))
                .code(new Site(layout, "toy", "encoder", new long[] {STEPS, FEATURES}, Limits.NONE), 2);

        assertThat(layout.learnt())
                .filteredOn(slot -> slot.name().endsWith(".weight") && slot.shape().length == 1)
                .singleElement()
                .satisfies(slot -> assertThat(slot.shape()).containsExactly(normed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"layers().layerNorm().dense(4).tanh()", "layers().batchNorm().dense(4).tanh()"})
    void the_way_back_through_a_norm_of_windows_is_the_slope(String words) {
        Layout layout = new Layout();
        Critic critic = LayersText.read(words)
                .critic(new Site(layout, "toy", "critic", new long[] {STEPS, FEATURES}, Limits.NONE));
        try (Weights weights = Weights.first(layout, PyTorch.open(ai.djl.Device.cpu()), new Random(1));
                NDManager step = weights.owner().newSubManager()) {
            if (!layout.measured().isEmpty()) {
                weights.measure(0, new float[] {.3f, -.2f, .1f});
                weights.measure(1, new float[] {.5f, 2, 1.5f});
            }
            Pass pass = weights.pass(step, false);
            int columns = STEPS * FEATURES;
            float[] row = DensityFixture.wave(columns, .9, 1.5);
            float[] shifted = new float[2 * columns * columns];
            for (int i = 0; i < 2 * columns; i++) {
                System.arraycopy(row, 0, shifted, i * columns, columns);
                shifted[i * columns + i / 2] += i % 2 == 0 ? 1e-2f : -1e-2f;
            }

            NDArray given = step.create(row, new Shape(1, columns));
            float[] told = ((Perceptron) critic)
                    .trace(given, pass)
                    .back()
                    .apply(step.ones(new Shape(1, 1)))
                    .toFloatArray();

            float[] judged = critic.forward(step.create(shifted, new Shape(2 * columns, columns)), pass)
                    .toFloatArray();
            assertThat(critic.forward(given, pass).getFloat())
                    .isCloseTo(((Perceptron) critic).trace(given, pass).out().getFloat(), within(1e-5f));
            assertThat(told).hasSize(columns);
            for (int i = 0; i < columns; i++) {
                assertThat(told[i]).isCloseTo((judged[2 * i] - judged[2 * i + 1]) / 2e-2f, within(2e-3f));
            }
        }
    }

    @Test
    void a_search_for_z_goes_back_through_a_critic_that_norms_windows() {
        Features windows = new Features(CustomNetworksTest.rows(40).values(), new int[] {20, 4, 3}, List.of());
        Gan gan = new Gan()
                .hidden(4)
                .latent(2)
                .epochs(1)
                .critic(new Layers().batchNorm().dense(3).relu());

        try (TrainedModel model = gan.fit(windows, FitContext.of(1))) {
            for (double score : model.score(windows, new Score.LatentSearch(2))) {
                assertThat(score).isFinite();
            }
        }
    }
}
