package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Progress;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import dev.oddity.reproducibility.SeedStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainingLoopTest {

    @Test
    void rows_that_do_not_fit_on_the_device_are_sent_in_pieces_with_the_same_result() {
        Autoencoder autoencoder = new Autoencoder().latent(2).batchSize(16).epochs(3);
        Features rows = TrainingTest.rows(200, 6, 1);
        double[] resident = TrainingTest.scores(autoencoder, rows, 7);

        // A piece is half of it: three batches of 16 rows of 24 bytes.
        System.setProperty(PyTorch.BUDGET, String.valueOf(2 * 3 * 16 * 24));
        try {
            assertThat(TrainingTest.scores(autoencoder, rows, 7)).containsExactly(resident);
        } finally {
            System.clearProperty(PyTorch.BUDGET);
        }
    }

    @Test
    void patience_ends_training_and_brings_the_best_weights_back() {
        Random random = new Random(3);
        float[] noise = new float[60 * 8];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        Features rows = Features.of(noise, 8);
        Autoencoder greedy = new Autoencoder()
                .hidden(64)
                .latent(8)
                .batchSize(8)
                .epochs(400)
                .schedule("constant")
                .validation(.5);

        try (TrainedModel model = greedy.patience(5).fit(rows, FitContext.of(1))) {
            List<Double> watched = model.history().get("validation loss");
            int best = watched.indexOf(Collections.min(watched));

            assertThat(watched).hasSize(best + 1 + 5).hasSizeLessThan(400);
            try (TrainedModel until = greedy.patience(400).epochs(best + 1).fit(rows, FitContext.of(1))) {
                assertThat(model.score(rows, new Score.ModelScore()))
                        .containsExactly(until.score(rows, new Score.ModelScore()));
            }
        }
    }

    @Test
    void an_interrupt_with_patience_brings_the_best_weights_back() {
        Autoencoder patient = new Autoencoder()
                .hidden(64)
                .latent(6)
                .batchSize(8)
                .epochs(400)
                .schedule("constant")
                .learningRate(.02)
                .validation(.5);
        Features rows = TrainingTest.rows(60, 6, 3);
        try (TrainedModel model = patient.patience(5).fit(rows, FitContext.of(1))) {
            int ended = model.history().get("validation loss").size();
            List<String> warnings = new ArrayList<>();
            Progress interrupt = (epoch, epochs, note) -> {
                if (epoch == ended) {
                    Thread.currentThread().interrupt();
                }
            };

            try (TrainedModel stopped =
                    patient.patience(400).fit(rows, new FitContext(new SeedStream(1), interrupt, warnings::add))) {
                assertThat(Thread.interrupted()).isTrue();
                assertThat(stopped.history().get("validation loss")).hasSize(ended);
                assertThat(stopped.score(rows, new Score.ModelScore()))
                        .containsExactly(model.score(rows, new Score.ModelScore()));
            }
            assertThat(warnings)
                    .singleElement()
                    .asString()
                    .endsWith("after batch 0 of 4; it scores with the weights of the best epoch before");
        }
    }

    @Test
    void patience_watches_one_row_where_the_share_is_less() {
        try (TrainedModel model = new Autoencoder()
                .latent(2)
                .epochs(2)
                .patience(2)
                .validation(.01)
                .fit(TrainingTest.rows(50, 6, 1), FitContext.of(1))) {
            assertThat(model.history()).containsOnlyKeys("loss", "validation loss");
        }
    }

    @Test
    void patience_that_would_watch_no_rows_is_refused() {
        Autoencoder blind = new Autoencoder().latent(2).epochs(2).validation(0);
        Features rows = TrainingTest.rows(50, 6, 1);

        assertThatThrownBy(() -> blind.patience(5).fit(rows, FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "autoencoder().latent(2).epochs(2).patience(5).validation(0.0): patience(..) watches the loss on"
                                + " rows kept out of training, and validation(0) keeps none; give validation a share above 0, or"
                                + " leave patience out");
        try (TrainedModel model = blind.fit(rows, FitContext.of(1))) {
            assertThat(model.history()).containsOnlyKeys("loss");
        }
    }

    @Test
    void a_loss_that_diverges_in_the_epoch_of_an_interrupt_is_told() {
        Layout layout = new Layout();
        int number = layout.constant("number", 1, 1);
        Objective.Loss interrupted = (batch, pass) -> {
            Thread.currentThread().interrupt();
            return pass.learnt(number).mul(pass.number(Double.NaN)).sum();
        };
        Network game = new Game(layout, List.of(new Objective("loss", 0, 1, interrupted)));
        Training training = new Training(3, 10, "sgd", .1, 0, Schedule.CONSTANT, 0, 0, 0, 0, 0);
        PyTorch.TRAINING.lock();
        try (NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()))) {
            Weights weights = Weights.first(layout, owner, new Random(1));
            TrainingLoop loop = new TrainingLoop("game", game, training, FitContext.of(1));

            assertThatThrownBy(() -> loop.run(weights, TrainingTest.rows(100, 2, 1), new float[0], owner))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("NaN");
        } finally {
            Thread.interrupted();
            PyTorch.TRAINING.unlock();
        }
    }

    @Test
    void without_patience_every_row_is_learnt_from() {
        try (TrainedModel model =
                new Autoencoder().latent(2).epochs(2).fit(TrainingTest.rows(100, 6, 1), FitContext.of(1))) {
            assertThat(model.history()).containsOnlyKeys("loss");
        }
    }

    @Test
    void two_parts_take_turns_and_leave_each_other_alone() {
        Layout layout = new Layout();
        int first = layout.constant("first", 0, 1);
        int part = layout.part();
        int second = layout.constant("second", 10, 1);
        // Each loss would pull both numbers; only its own part may follow.
        Objective.Loss toThree = (batch, pass) -> pass.learnt(first)
                .sub(pass.number(3))
                .square()
                .add(pass.learnt(second).square())
                .sum();
        Objective.Loss toFive = (batch, pass) -> pass.learnt(second)
                .sub(pass.number(5))
                .square()
                .add(pass.learnt(first).square())
                .sum();
        Network game = new Game(
                layout, List.of(new Objective("three", 0, 1, toThree), new Objective("five", part, 4, toFive)));
        Training training = new Training(60, 10, "sgd", .1, 0, Schedule.CONSTANT, 0, 0, 0, 0, 0);
        PyTorch.TRAINING.lock();
        try (NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()))) {
            Weights weights = Weights.first(layout, owner, new Random(1));
            Features rows = TrainingTest.rows(100, 2, 1);

            Map<String, List<Double>> history =
                    new TrainingLoop("game", game, training, FitContext.of(1)).run(weights, rows, new float[0], owner);

            assertThat(weights.part(0).toFloatArray()[0]).isCloseTo(3f, within(1e-3f));
            assertThat(weights.part(part).toFloatArray()[0]).isCloseTo(5f, within(1e-3f));
            assertThat(history.keySet()).containsExactly("three", "five");
            // 10 · 0.8 after one step of each: the second moved with every fourth of ten batches.
            assertThat(history.get("five").get(0))
                    .isCloseTo((25 + 16) / 2.0 + (square(first(4)) + square(first(8))) / 2, within(1e-3));
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    /** The first number after so many steps of 0.1 towards 3. */
    private static double first(int steps) {
        return 3 * (1 - Math.pow(.8, steps));
    }

    private static double square(double x) {
        return x * x;
    }

    @Test
    void a_sparkline_goes_from_the_greatest_to_the_least() {
        assertThat(Sparkline.of(List.of(8.0, 4.0, 2.0, 1.0))).isEqualTo("█▄▂▁");
        assertThat(Sparkline.of(Collections.nCopies(300, 1.0))).isEqualTo("▁".repeat(20));
    }

    private record Game(Layout layout, List<Objective> objectives) implements Network {

        @Override
        public NDArray score(Score score, NDArray rows, Pass pass) {
            return rows.sum(new int[] {1});
        }
    }
}
