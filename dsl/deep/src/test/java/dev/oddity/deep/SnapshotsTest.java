package dev.oddity.deep;

import static dev.oddity.core.Experiment.experiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.oddity.core.FittedDetector;
import dev.oddity.core.Report;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Generated;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.catalogue.Catalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

    private final Features rows = TrainingTest.rows(200, 6, 1);
    private final WganGp small = new WganGp().hidden(16).latent(3).epochs(30);

    @Test
    void six_epochs_are_looked_at_from_the_first_to_the_last_most_of_them_early() {
        assertThat(Snapshots.of(30)).containsExactly(1, 2, 6, 11, 20, 30);
        assertThat(Snapshots.of(2)).containsExactly(1, 2);
        assertThat(Snapshots.of(1)).containsExactly(1);
    }

    @Test
    void a_generator_gives_the_same_noise_its_form_at_each_of_them() {
        try (TrainedModel model = small.fit(rows, FitContext.of(1));
                TrainedModel again = small.fit(rows, FitContext.of(1))) {
            List<Generated> generated = model.generated();

            assertThat(generated).extracting(Generated::epoch).containsExactly(1, 2, 6, 11, 20, 30);
            assertThat(generated)
                    .allSatisfy(one -> assertThat(one.rows().shape()).containsExactly(300, 6));
            assertThat(generated.get(5).rows().values())
                    .isEqualTo(again.generated().get(5).rows().values())
                    .isNotEqualTo(generated.get(4).rows().values());
        }
    }

    @Test
    void generated_images_have_the_shape_of_real_ones_and_are_few() {
        Features images = new Features(rows.values(), new int[] {200, 1, 2, 3}, List.of());

        try (TrainedModel model = small.epochs(1).fit(images, FitContext.of(1))) {
            assertThat(model.generated().get(0).rows().shape()).containsExactly(10, 1, 2, 3);
        }
    }

    /** The same network, once with a generator to look at and once without: the weights are equal to the bit. */
    @Test
    void training_goes_as_if_nobody_looked() {
        assertThat(trained(false)).isEqualTo(trained(true));
    }

    @Test
    void after_an_early_end_the_weights_that_are_kept_are_looked_at_too() {
        WganGp watched = small.epochs(300).learningRate(5e-3).patience(3).validation(.3);

        try (TrainedModel model = watched.fit(rows, FitContext.of(2))) {
            List<Double> losses = model.history().get("validation loss");
            int best = losses.indexOf(losses.stream().min(Double::compare).orElseThrow()) + 1;

            assertThat(losses).hasSize(best + 3).hasSizeLessThan(300);
            assertThat(model.generated())
                    .extracting(Generated::epoch)
                    .contains(best)
                    .isSorted();
        }
    }

    @Test
    void models_that_generate_nothing_look_at_nothing() {
        try (TrainedModel model = new Autoencoder().epochs(1).fit(rows, FitContext.of(1))) {
            assertThat(model.generated()).isEmpty();
        }
    }

    @Test
    void a_report_has_a_picture_of_each_and_the_kept_detector_of_what_it_still_knows(@TempDir Path folder) {
        Report report = experiment("pictures")
                .data(Catalogue.digits().normal(8))
                .models(new ConvAutoencoder().channels(4).epochs(2), small.epochs(2))
                .evaluate();

        assertThat(report.lossChart().html("").markup()).contains("alt=\"Training loss\"");
        assertThat(report.latentChart("convAutoencoder").html("").markup())
                .contains("alt=\"Latent space of convAutoencoder\"");
        assertThat(report.reconstructionChart("convAutoencoder").html("").markup())
                .contains("alt=\"Input and reconstruction by convAutoencoder\"");
        assertThat(report.reconstructionChart("convAutoencoder", 8, 18).png()).isNotEmpty();
        assertThat(report.generatorChart("wganGp").html("").markup())
                .contains("alt=\"What wganGp makes of the same noise as it learns\"");
        try (FittedDetector detector = report.detector("wganGp")) {
            assertThat(detector.lossChart().png()).isNotEmpty();
            assertThat(detector.generatorChart(Catalogue.digits().load().table())
                            .png())
                    .isNotEmpty();
            detector.save(folder);
        }
        try (FittedDetector loaded = FittedDetector.load(folder)) {
            assertThat(loaded.latentChart(Catalogue.digits().load().table()).png())
                    .isNotEmpty();
            assertThatThrownBy(loaded::lossChart).hasMessageContaining("loaded from a folder, which keeps none");
        }
    }

    private float[] trained(boolean looked) {
        GanNetwork network = (GanNetwork) small.network(new long[] {6}, Map.of());
        Network shown = looked ? network : new Unseen(network);
        FitContext context = FitContext.of(4);
        PyTorch.TRAINING.lock();
        try (NDManager owner = PyTorch.open(PyTorch.device(new ComputeDevice("cpu")))) {
            PyTorch.seed(9);
            Weights weights = Weights.first(network.layout(), owner, new Random(4));
            TrainingLoop loop = new TrainingLoop("wganGp", shown, Training.of(small.parameters()), context);
            loop.run(weights, rows, new float[0], owner);
            assertThat(loop.generated()).hasSize(looked ? 6 : 0);
            return weights.part(0).toFloatArray();
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    /** Hides that it generates. */
    private record Unseen(GanNetwork network) implements Network {

        @Override
        public Layout layout() {
            return network.layout();
        }

        @Override
        public List<Objective> objectives() {
            return network.objectives();
        }

        @Override
        public NDArray score(Score score, NDArray rows, Pass pass) {
            return network.score(score, rows, pass);
        }

        @Override
        public Optional<Generative> generative() {
            return Optional.empty();
        }
    }
}
