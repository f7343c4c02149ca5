package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Progress;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import dev.oddity.reproducibility.SeedStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private final Autoencoder autoencoder =
            new Autoencoder().hidden(16).latent(3).batchSize(32).epochs(4);

    @Test
    void batches_have_nearly_equal_sizes() {
        assertThat(Order.ends(100, 32)).containsExactly(25, 50, 75, 100);
        assertThat(Order.ends(33, 32)).containsExactly(16, 33);
        assertThat(Order.ends(5, 32)).containsExactly(5);
    }

    @Test
    void a_batch_size_that_is_not_set_follows_the_rows() {
        Training training = Training.of(new Autoencoder().parameters());

        assertThat(training.batchSize(200_000)).isEqualTo(256);
        assertThat(training.batchSize(4_000)).isEqualTo(100);
        assertThat(training.batchSize(50)).isEqualTo(16);
        assertThat(Training.of(autoencoder.parameters()).batchSize(50)).isEqualTo(32);
    }

    @Test
    void the_cosine_schedule_goes_from_all_over_half_to_nothing() {
        assertThat(Schedule.COSINE.factor(0)).isEqualTo(1);
        assertThat(Schedule.COSINE.factor(0.5)).isEqualTo(0.5);
        assertThat(Schedule.COSINE.factor(0.999999)).isLessThan(1e-9);
    }

    @Test
    void first_weights_are_uniform_within_one_over_the_root_of_the_inputs() {
        Layout layout = new Layout();
        Linear.in(layout, "layer", 100, 50);
        try (Weights weights =
                Weights.first(layout, PyTorch.open(PyTorch.device(ComputeDevice.cpu())), new Random(1))) {
            float[] values = weights.tensors().get("layer.weight").floats();

            double square = 0;
            for (float value : values) {
                assertThat(value).isBetween(-0.1f, 0.1f);
                square += value * value;
            }
            // The variance of U(−b, b) is b²/3.
            assertThat(square / values.length).isBetween(0.01 / 3 * 0.95, 0.01 / 3 * 1.05);
        }
    }

    @Test
    void the_loss_falls_and_is_told_each_epoch() {
        List<String> told = new ArrayList<>();
        Progress progress = (epoch, epochs, note) -> told.add(epoch + "/" + epochs + " " + note);

        try (TrainedModel model =
                autoencoder.fit(rows(300, 8, 1), new FitContext(new SeedStream(1), progress, warning -> {}))) {
            List<Double> losses = model.history().get("loss");
            assertThat(losses).hasSize(4);
            assertThat(losses.get(3)).isLessThan(losses.get(0));
            assertThat(told).hasSize(4).first().asString().matches("1/4 loss \\d\\.\\d{4} ▁");
        }
    }

    @Test
    void other_work_on_the_engine_leaves_a_fit_alone() {
        Features rows = rows(200, 6, 1);
        for (Detector detector : List.of(autoencoder.dropout(0.2), new Vae().epochs(2))) {
            double[] first = scores(detector, rows, 7);
            scores(new Vae().epochs(1).dropout(0.3), rows(50, 3, 2), 8);
            try (NDManager other = PyTorch.open(PyTorch.device(ComputeDevice.cpu()))) {
                other.randomNormal(new ai.djl.ndarray.types.Shape(100));

                assertThat(scores(detector, rows, 7)).containsExactly(first);
            }
        }
    }

    @Test
    void another_seed_gives_other_scores() {
        Features rows = rows(200, 6, 1);

        assertThat(scores(autoencoder, rows, 7)).isNotEqualTo(scores(autoencoder, rows, 8));
    }

    /** DJL's own scalar operands do not survive this: see {@link Pass#number}. */
    @Test
    void garbage_collection_does_not_change_a_gradient() throws InterruptedException {
        Features rows = rows(600, 6, 1);
        Vae vae = new Vae().epochs(3).batchSize(16);
        double[] quiet = scores(vae, rows, 7);
        AtomicBoolean done = new AtomicBoolean();
        Thread collector = new Thread(() -> {
            while (!done.get()) {
                System.gc();
            }
        });
        collector.start();
        try {
            assertThat(scores(vae, rows, 7)).containsExactly(quiet);
        } finally {
            done.set(true);
            collector.join();
        }
    }

    @Test
    void an_interrupt_leaves_a_model_that_scores_and_a_warning() {
        List<String> warnings = new ArrayList<>();
        Progress interrupt = (epoch, epochs, note) -> {
            if (epoch == 2) {
                Thread.currentThread().interrupt();
            }
        };
        Features rows = rows(100, 6, 1);

        try (TrainedModel model = autoencoder.fit(rows, new FitContext(new SeedStream(1), interrupt, warnings::add))) {
            assertThat(Thread.interrupted()).isTrue();
            assertThat(warnings)
                    .containsExactly(
                            "autoencoder() was interrupted in epoch 3 of 4 after batch 0 of 4; it scores with the"
                                    + " weights it had then");
            assertThat(model.history().get("loss")).hasSize(2);
            assertThat(model.score(rows, new Score.ModelScore())).hasSize(100);
        }
    }

    @Test
    void a_loss_that_is_not_a_number_names_the_learning_rate_and_the_clipping() {
        Autoencoder hopeless = autoencoder.batchNorm(false).learningRate(1e20);

        assertThatThrownBy(() -> hopeless.fit(rows(100, 6, 1), FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "autoencoder\\(\\): the loss became (NaN|infinite) in epoch 1 of 4; make learningRate\\(1\\.0E20\\)"
                                + " smaller, or shorten long gradients with clipNorm\\(1\\)");
        assertThatThrownBy(() -> hopeless.clipNorm(5).fit(rows(100, 6, 1), FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "autoencoder\\(\\): the loss became (NaN|infinite) in epoch 1 of 4; make learningRate\\(1\\.0E20\\)"
                                + " smaller, or clipNorm\\(5\\.0\\)");
    }

    @Test
    void a_loss_that_overflows_names_the_column_that_is_not_scaled() {
        Features rows = rows(100, 6, 1);
        rows.values()[8] = 3e30f;

        assertThatThrownBy(() -> autoencoder.fit(rows, FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "autoencoder\\(\\): the loss became (NaN|infinite) in epoch 1 of 4; scale the columns:"
                                + " column 'x2' reaches 3\\.0E30");
    }

    @Test
    void a_failed_fit_leaves_the_engine_free_for_the_next() {
        Features rows = rows(100, 6, 1);
        Autoencoder hopeless = autoencoder.batchNorm(false).learningRate(1e20);
        assertThatThrownBy(() -> hopeless.fit(rows, FitContext.of(1))).isInstanceOf(IllegalArgumentException.class);

        assertThat(scores(autoencoder, rows, 1)).hasSize(100);
    }

    static double[] scores(Detector detector, Features rows, long seed) {
        try (TrainedModel model = detector.fit(rows, FitContext.of(seed))) {
            return model.score(rows, new Score.ModelScore());
        }
    }

    /** Rows near a plane of three dimensions. */
    static Features rows(int rows, int columns, long seed) {
        Random random = new Random(seed);
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            double[] place = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            for (int column = 0; column < columns; column++) {
                double mixed = place[column % 3] * Math.cos(column) + place[(column + 1) % 3] * Math.sin(column);
                values[row * columns + column] = (float) (mixed + .1 * random.nextGaussian());
            }
        }
        return Features.of(values, columns);
    }
}
