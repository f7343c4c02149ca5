package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Networks of images and windows against {@code sequences.json}, which {@code sequences.py} beside it wrote with PyTorch. */
class SequenceParityTest {

    private record Fixture(double loss, double[] gradient, double[] scores, double[] contributions) {}

    private static final Score SCORE = new Score.ModelScore();

    private final Map<String, Fixture> fixtures = read();
    private final NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()));

    @AfterEach
    void free() {
        owner.close();
    }

    @Test
    void a_convolutional_autoencoder_of_odd_images_is_that_of_torch() {
        learns_and_scores_as(
                "conv", network(new ConvAutoencoder().channels(3, 4).latent(3), 2, 5, 7));
    }

    @Test
    void stacked_lstms_in_both_directions_are_those_of_torch() {
        learns_and_scores_as(
                "lstm", network(new LstmAutoencoder().hidden(3).layers(2).bidirectional(true), 5, 2));
    }

    @Test
    void stacked_grus_are_those_of_torch() {
        learns_and_scores_as("gru", network(new GruAutoencoder().hidden(3).layers(2), 5, 2));
    }

    @Test
    void dilated_convolutions_are_those_of_torch() {
        learns_and_scores_as(
                "temporal",
                network(
                        new TemporalConvAutoencoder()
                                .channels(3)
                                .dilations(1, 2)
                                .latent(2)
                                .pool(2),
                        5,
                        2));
    }

    @Test
    void transformer_layers_are_those_of_torch() {
        learns_and_scores_as(
                "transformer",
                network(
                        new TransformerAutoencoder()
                                .width(4)
                                .heads(2)
                                .feedForward(6)
                                .latent(3),
                        5,
                        2));
    }

    private void learns_and_scores_as(String name, Network network) {
        Fixture expected = fixtures.get(name);
        int columns = name.equals("conv") ? 70 : 10;
        Features rows = Features.of(wave(4 * columns, 1.3, 1), columns);
        Weights weights = weights(network.layout());

        learns_as(expected, network, weights, rows, new float[4]);

        // The fixture's first pass in training moved the running means once, as this one did.
        near(scores(network, weights, rows), expected.scores);
    }

    @Test
    void forecasts_of_several_steps_are_scored_by_mahalanobis_distance() {
        Fixture expected = fixtures.get("forecaster");
        Network network = network(new LstmForecaster().hidden(3).layers(2).horizon(2), 5, 2);
        Features train = Features.of(wave(400, 1.3, 1), 10);
        Weights weights = weights(network.layout());

        learns_as(expected, network, weights, train, new float[40]);
        network.conclude(new Rows(owner, train, new float[0], 1 << 20), weights);

        Features windows = train.slice(0, 4);
        near(scores(network, weights, windows), expected.scores);
        try (NDManager step = owner.newSubManager()) {
            NDArray told = network.contributions(SCORE, input(step, windows), weights.pass(step, false))
                    .orElseThrow();
            near(told.toFloatArray(), expected.contributions);
        }
    }

    @Test
    void a_classifier_learns_from_the_weighted_focal_loss() {
        Fixture expected = fixtures.get("classifier");
        Network network =
                network(new CnnClassifier().channels(3).dense(5).dropout(0).focal(2), 1, 4, 3);
        Features images = Features.of(wave(48, 1.3, 1), 12);
        float[] labels = {0, 1, 0, 0};
        Weights weights = weights(network.layout());
        network.begin(new Rows(owner, images, labels, 1 << 20), weights);

        learns_as(expected, network, weights, images, labels);

        near(scores(network, weights, images), expected.scores);
    }

    private static Network network(DeepDetector<?> detector, long... shape) {
        return detector.network(shape, Map.of());
    }

    private void learns_as(Fixture expected, Network network, Weights weights, Features rows, float[] targets) {
        PyTorch.TRAINING.lock();
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector();
                NDManager step = owner.newSubManager()) {
            weights.record(0, true);
            Batch batch = new Batch(input(step, rows), step.create(targets, new Shape(targets.length, 1)));
            NDArray loss = network.objectives().get(0).loss().of(batch, weights.pass(step, true));
            collector.backward(loss);

            assertThat((double) loss.getFloat()).isCloseTo(expected.loss, within(1e-5));
            near(weights.part(0).getGradient().toFloatArray(), expected.gradient);
        } finally {
            weights.record(0, false);
            PyTorch.TRAINING.unlock();
        }
    }

    private float[] scores(Network network, Weights weights, Features rows) {
        try (NDManager step = owner.newSubManager()) {
            return network.score(SCORE, input(step, rows), weights.pass(step, false))
                    .toFloatArray();
        }
    }

    private static NDArray input(NDManager manager, Features rows) {
        return manager.create(rows.values(), new Shape(rows.rows(), rows.columns()));
    }

    /** Weights from one wave, as {@code filled} in {@code sequences.py} sets them. */
    private Weights weights(Layout layout) {
        int size = layout.learnt().stream().mapToInt(Layout.Slot::size).sum();
        float[] flat = wave(size, 0.7, 0.6);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        int at = 0;
        for (Layout.Slot slot : layout.learnt()) {
            tensors.put(slot.name(), Tensor.of(Arrays.copyOfRange(flat, at, at + slot.size())));
            at += slot.size();
        }
        for (Layout.Slot slot : layout.measured()) {
            float[] values = new float[slot.size()];
            Arrays.fill(values, (float) slot.scale());
            tensors.put(slot.name(), Tensor.of(values));
        }
        return Weights.of(layout, owner, new ModelState(tensors, Map.of()));
    }

    /** Equal but for the rounding of float32, by the largest of them. */
    private static void near(float[] given, double[] expected) {
        assertThat(given).hasSameSizeAs(expected);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < given.length; i++) {
            assertThat((double) given[i])
                    .as("number %d", i)
                    .isCloseTo(expected[i], within(2e-5 * Math.max(1, largest)));
        }
    }

    /** The same numbers as {@code wave} in {@code sequences.py}. */
    private static float[] wave(int n, double frequency, double scale) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (scale * Math.sin(frequency * (i + 1)));
        }
        return values;
    }

    private static Map<String, Fixture> read() {
        try (Reader reader = new InputStreamReader(
                SequenceParityTest.class.getResourceAsStream("sequences.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, new TypeToken<Map<String, Fixture>>() {});
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
