package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RobustAutoencoderTest {

    private static final int COLUMNS = 6;

    private final RobustAutoencoder robust =
            new RobustAutoencoder().hidden(16).latent(3).lambda(0.4).epochs(40);

    @Test
    void a_split_leaves_rows_alone_that_are_rebuilt_and_shortens_the_residual_of_the_others_to_lambda() {
        try (NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()))) {
            RobustAutoencoderNetwork network = RobustAutoencoderNetwork.of(
                    robust.hidden(4).latent(3).batchNorm(false).parameters(), 5);
            Weights weights = DensityFixture.weights(network.layout(), owner);
            Features given = DensityFixture.ROWS;
            Rows rows = new Rows(owner, given, new float[0], PyTorch.budget(owner.getDevice()));
            float[] rebuilt = network.inner()
                    .rebuilt(DensityFixture.rows(owner), weights.pass(owner, false))
                    .toFloatArray();

            network.between(1, rows, weights);

            double lambda = 0.4 * Math.sqrt(5);
            float[] low = new float[60];
            rows.inBlocks(100, (manager, batch) -> System.arraycopy(batch.rows().toFloatArray(), 0, low, 0, 60));
            int moved = 0;
            for (int row = 0; row < 12; row++) {
                double before = distance(given.values(), rebuilt, row);
                double after = distance(low, rebuilt, row);
                assertThat(after).isCloseTo(Math.min(before, lambda), within(1e-5));
                assertThat(distance(given.values(), low, row)).isCloseTo(before - after, within(1e-5));
                moved += before > lambda ? 1 : 0;
            }
            assertThat(moved).isBetween(1, 12);
        }
    }

    @Test
    void scattered_anomalies_among_the_training_rows_pull_at_it_less_than_at_an_autoencoder_of_squares() {
        Features usual = TrainingTest.rows(400, COLUMNS, 1);
        float[] values = Arrays.copyOf(usual.values(), 450 * COLUMNS);
        Random random = new Random(4);
        for (int row = 400; row < 450; row++) {
            for (int i = 0; i < COLUMNS; i++) {
                values[row * COLUMNS + i] = (float) (8 * random.nextGaussian());
            }
        }
        Features contaminated = Features.of(values, COLUMNS);
        Autoencoder plain = new Autoencoder()
                .hidden(16)
                .latent(3)
                .batchNorm(false)
                .dropout(0)
                .epochs(40);

        try (TrainedModel held = robust.batchNorm(false).fit(contaminated, FitContext.of(1));
                TrainedModel led = plain.fit(contaminated, FitContext.of(1))) {
            assertThat(ratio(held, contaminated)).isGreaterThan(2 * ratio(led, contaminated));
        }
    }

    @Test
    void a_lambda_that_no_residual_reaches_leaves_an_autoencoder() {
        Features rows = TrainingTest.rows(200, COLUMNS, 1);
        Autoencoder plain = new Autoencoder().hidden(16).latent(3).dropout(0).epochs(3);

        assertThat(TrainingTest.scores(robust.lambda(1000).epochs(3), rows, 1))
                .containsExactly(TrainingTest.scores(plain, rows, 1));
    }

    @Test
    void rows_that_do_not_fit_on_the_device_are_split_with_the_same_result() {
        Features rows = TrainingTest.rows(200, COLUMNS, 1);
        double[] resident = TrainingTest.scores(robust.epochs(4), rows, 1);

        System.setProperty(PyTorch.BUDGET, String.valueOf(2 * 3 * 16 * 24));
        try {
            assertThat(TrainingTest.scores(robust.epochs(4), rows, 1)).containsExactly(resident);
        } finally {
            System.clearProperty(PyTorch.BUDGET);
        }
    }

    /** Mean score of the anomalies over that of the usual rows. */
    private static double ratio(TrainedModel model, Features rows) {
        double[] scores = model.score(rows, new Score.ModelScore());
        return Arrays.stream(scores, 400, 450).average().orElseThrow()
                / Arrays.stream(scores, 0, 400).average().orElseThrow();
    }

    private static double distance(float[] these, float[] those, int row) {
        double squares = 0;
        for (int i = row * 5; i < row * 5 + 5; i++) {
            squares += Math.pow(these[i] - those[i], 2);
        }
        return Math.sqrt(squares);
    }
}
