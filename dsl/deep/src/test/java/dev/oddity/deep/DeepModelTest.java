package dev.oddity.deep;

import static dev.oddity.core.Experiment.experiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import dev.oddity.core.FittedDetector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.ensemble.Ensemble;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class DeepModelTest {

    private final Autoencoder autoencoder =
            new Autoencoder().hidden(16).latent(3).epochs(2).device(ComputeDevice.cpu());
    private final Features rows = TrainingTest.rows(100, 6, 1);

    @Test
    void a_fitted_model_says_on_what_it_ran() {
        try (TrainedModel model = autoencoder.fit(rows, FitContext.of(1))) {
            assertThat(model.state().facts())
                    .containsEntry("device", "cpu")
                    .containsEntry("shape", List.of(6))
                    .containsEntry("epochs", 2);
        }
    }

    @Test
    void rows_of_another_width_are_refused() {
        try (TrainedModel model = autoencoder.fit(rows, FitContext.of(1))) {
            assertThatThrownBy(() -> model.score(TrainingTest.rows(3, 5, 1), new Score.ModelScore()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("autoencoder() was fitted on 6 columns; these rows have 5");
        }
    }

    @Test
    void a_closed_model_says_so() {
        TrainedModel model = autoencoder.fit(rows, FitContext.of(1));
        model.close();

        assertThatThrownBy(() -> model.score(rows, new Score.ModelScore()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this autoencoder() model is closed; fit or load it again");
        assertThatThrownBy(() -> model.latent(rows))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this autoencoder() model is closed; fit or load it again");
        assertThatThrownBy(model::state)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this autoencoder() model is closed; fit or load it again");
    }

    @Test
    void weights_of_another_shape_are_refused() {
        try (TrainedModel model = autoencoder.fit(rows, FitContext.of(1))) {
            assertThatThrownBy(() -> autoencoder.latent(4).restore(model.state()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "tensor 'encoder.1.weight' of this model's file holds 48 numbers where this detector needs"
                                    + " [4, 16]; restore it with the parameters it was fitted with");
        }
    }

    /** 999: more GPUs than any machine has. */
    @Test
    void a_model_of_a_gpu_is_restored_where_there_is_none() {
        try (TrainedModel model = autoencoder.fit(rows, FitContext.of(1));
                TrainedModel here = autoencoder.device(ComputeDevice.gpu(999)).restore(model.state())) {
            assertThat(here.score(rows, new Score.ModelScore()))
                    .containsExactly(model.score(rows, new Score.ModelScore()));
        }
    }

    @Test
    void a_detector_restores_what_differs_from_it_in_the_device_alone() {
        Autoencoder elsewhere = autoencoder.device(ComputeDevice.gpu(999));

        assertThat(elsewhere.restores(autoencoder)).isTrue();
        assertThat(elsewhere.latent(4).restores(autoencoder)).isFalse();
        assertThat(new Vae().restores(new Autoencoder())).isFalse();
        assertThat(new Ensemble(List.of(new Vae(), elsewhere)).restores(new Ensemble(List.of(new Vae(), autoencoder))))
                .isTrue();
        assertThat(new Ensemble(List.of(elsewhere, new Vae())).restores(new Ensemble(List.of(new Vae(), autoencoder))))
                .isFalse();
        assertThat(new Ensemble(List.of(elsewhere)).combine("max").restores(new Ensemble(List.of(autoencoder))))
                .isFalse();
        assertThat(new Ensemble(List.of(elsewhere)).restores(new Ensemble(List.of(autoencoder, autoencoder))))
                .isFalse();
    }

    /** The folder tells a machine with a thousand GPUs. */
    @Test
    void a_model_that_was_fitted_on_a_gpu_is_loaded_where_there_is_none(@TempDir Path folder) throws IOException {
        Table table = Catalogue.breastCancer().load().table();
        try (FittedDetector fitted = experiment("moved")
                .data(Catalogue.breastCancer())
                .model(autoencoder)
                .fit()) {
            fitted.save(folder);
            Path description = folder.resolve("detector.json");
            String saved = Files.readString(description);
            assertThat(saved).contains("\"device\": \"cpu\"");
            Files.writeString(description, saved.replace("\"device\": \"cpu\"", "\"device\": \"gpu:999\""));

            try (FittedDetector loaded = FittedDetector.load(folder);
                    FittedDetector here = FittedDetector.load(folder, autoencoder)) {
                assertThat(loaded.detector()).isEqualTo(autoencoder.device(ComputeDevice.gpu(999)));
                assertThat(loaded.score(table)).containsExactly(fitted.score(table));
                assertThat(here.detector()).isEqualTo(autoencoder);
                assertThat(here.score(table)).containsExactly(fitted.score(table));
            }
            assertThatThrownBy(() -> FittedDetector.load(folder, autoencoder.latent(4)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "not " + autoencoder.latent(4) + "; give load(..) the detector as it was fitted");
        }
    }

    @Test
    void of_no_rows_a_model_says_nothing_about_each_but_that_it_could() {
        Features none = Features.of(new float[0], 6);
        try (TrainedModel model = autoencoder.fit(rows, FitContext.of(1))) {
            Features latent = model.latent(none).orElseThrow();

            assertThat(latent.rows()).isZero();
            assertThat(latent.columns()).isEqualTo(3);
            assertThat(model.reconstruction(none).orElseThrow().rows()).isZero();
            assertThat(model.contributions(none, new Score.ModelScore()).orElseThrow())
                    .isEmpty();
        }
    }

    @Test
    void an_interrupt_ends_the_waiting_for_another_networks_training() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean flagged = new AtomicBoolean();
        Thread waiting = new Thread(() -> {
            try {
                autoencoder.fit(rows, FitContext.of(1)).close();
            } catch (RuntimeException interrupted) {
                thrown.set(interrupted);
                flagged.set(Thread.currentThread().isInterrupted());
            }
        });
        PyTorch.TRAINING.lock();
        try {
            waiting.start();
            while (!PyTorch.TRAINING.hasQueuedThread(waiting)) {
                Thread.onSpinWait();
            }

            waiting.interrupt();
            while (PyTorch.TRAINING.hasQueuedThread(waiting)) {
                Thread.onSpinWait();
            }
        } finally {
            PyTorch.TRAINING.unlock();
        }
        waiting.join();
        assertThat(thrown.get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "autoencoder() was interrupted while another network trained, before it began; fit it again");
        assertThat(flagged).isTrue();
    }

    @Test
    void training_and_scoring_leave_no_native_array_behind() {
        try (NDManager watch = PyTorch.open(PyTorch.device(ComputeDevice.cpu()))) {
            NDManager all = watch.getParentManager();
            int before = all.getManagedArrays().size();
            TrainedModel model = autoencoder.fit(rows, FitContext.of(1));
            int kept = all.getManagedArrays().size();

            for (int i = 0; i < 3; i++) {
                model.score(rows, new Score.ModelScore());
                model.state();
            }
            assertThat(all.getManagedArrays()).hasSize(kept);

            model.close();
            assertThat(all.getManagedArrays()).hasSize(before);
        }
    }

    @Test
    void an_unknown_activation_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> autoencoder.activation("swish"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "autoencoder().activation(swish): activation must be one of relu, leaky_relu, elu, gelu, tanh,"
                                + " sigmoid, softplus");
    }

    @Test
    void missing_natives_are_told_with_the_artifact_to_add() {
        String message = PyTorch.absent(new EngineException("outer", new UnsatisfiedLinkError("no torch")));

        assertThat(message)
                .isEqualTo("PyTorch's native library does not load on " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch")
                        + " (no torch); add ai.djl.pytorch:pytorch-native-cpu:2.7.1 with the"
                        + " classifier linux-x86_64, linux-aarch64, osx-aarch64 or win-x86_64 to the class path, or name an"
                        + " installed libtorch 2.7.1 with PYTORCH_LIBRARY_PATH");
    }
}
