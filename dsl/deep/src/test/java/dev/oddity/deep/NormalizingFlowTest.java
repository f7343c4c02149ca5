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
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalizingFlowTest {

    private final NormalizingFlow flow = new NormalizingFlow()
            .couplings(4)
            .hidden(16)
            .batchSize(64)
            .epochs(30)
            .learningRate(0.005);

    /** Rows along a parabola. */
    private static Features bent(int rows, long seed) {
        Random random = new Random(seed);
        float[] values = new float[2 * rows];
        for (int row = 0; row < rows; row++) {
            double along = random.nextGaussian();
            values[2 * row] = (float) along;
            values[2 * row + 1] = (float) (along * along - 1 + .3 * random.nextGaussian());
        }
        return Features.of(values, 2);
    }

    @Test
    void the_density_it_scores_by_integrates_to_one() {
        try (TrainedModel model = flow.fit(bent(1000, 1), FitContext.of(1))) {
            int across = 400;
            double step = .05;
            float[] grid = new float[2 * across * across];
            for (int i = 0; i < across * across; i++) {
                grid[2 * i] = (float) ((i % across - across / 2) * step);
                grid[2 * i + 1] = (float) ((i / across - across / 4) * step);
            }

            double mass = Arrays.stream(model.score(Features.of(grid, 2), new Score.ModelScore()))
                    .map(score -> Math.exp(-score) * step * step)
                    .sum();

            assertThat(mass).isCloseTo(1, within(.01));
        }
    }

    @Test
    void it_fits_a_bent_density_better_than_the_best_normal_one() {
        Features rows = bent(1000, 1);
        try (TrainedModel model = flow.fit(rows, FitContext.of(1))) {
            double surprisal = Arrays.stream(model.score(bent(1000, 2), new Score.ModelScore()))
                    .average()
                    .orElseThrow();

            // Columns without correlation, of variances 1 and 2.09: the entropy of the normal distribution with these.
            // The
            // truth is that of N(0, 1) and N(·, 0.09).
            double normal = Math.log(2 * Math.PI * Math.E) + Math.log(2.09) / 2;
            double truth = Math.log(2 * Math.PI * Math.E) + Math.log(.09) / 2;
            assertThat(surprisal).isLessThan(normal - .5).isGreaterThan(truth - .1);
        }
    }

    @Test
    void what_it_makes_of_a_row_leads_back_to_the_row() {
        Features rows = TrainingTest.rows(300, 5, 1);
        try (TrainedModel model = flow.fit(rows, FitContext.of(1));
                NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()))) {
            NormalizingFlowNetwork network = NormalizingFlowNetwork.of(flow.parameters(), 5);
            Weights weights = Weights.of(network.layout(), owner, model.state());
            float[] latent = model.latent(rows).orElseThrow().values();

            NDArray back = network.inverse(owner.create(latent, new Shape(300, 5)), weights.pass(owner, false));

            float[] values = back.toFloatArray();
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).isCloseTo(rows.values()[i], within(1e-3f));
            }
            assertThat(latent).isNotEqualTo(rows.values());
        }
    }
}
