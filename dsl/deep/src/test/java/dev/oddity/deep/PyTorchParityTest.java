package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.Gson;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against {@code parity.json}, which {@code parity.py} beside it wrote with PyTorch. */
class PyTorchParityTest {

    private record Fixture(
            double[] losses,
            double[] gradients,
            double[] learnt,
            double[] adamw,
            double[] sgd,
            double[] measured,
            double[] scores,
            double[] divergence,
            double[] surprisal) {}

    private static final double CLOSE = 1e-5;

    private final Fixture expected = read();
    private final NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()));
    private final AutoencoderNetwork network = AutoencoderNetwork.of(
            new Autoencoder().hidden(4).latent(3).dropout(0).parameters(), 5);
    private final Weights weights = Weights.of(network.layout(), owner, firstWeights());
    private final Features rows = Features.of(wave(60, 1.3, 2.0), 5);

    @AfterEach
    void free() {
        owner.close();
    }

    @Test
    void first_gradients_are_those_of_torch_autograd() {
        PyTorch.TRAINING.lock();
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector();
                NDManager step = owner.newSubManager()) {
            weights.record(0, true);

            NDArray input = step.create(rows.values(), new Shape(12, 5));
            Objective objective = network.objectives().get(0);
            collector.backward(objective.loss().of(new Batch(input, input), weights.pass(step, true)));

            near(weights.part(0).getGradient().toFloatArray(), expected.gradients);
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    @Test
    void three_steps_end_at_the_weights_of_torch_adam() {
        List<Double> losses = threeSteps(new Training(3, 12, "adam", 0.01, 0.9, Schedule.CONSTANT, 0.1, 0, 0, 0, 0));

        near(losses.stream().mapToDouble(Double::doubleValue).toArray(), expected.losses);
        near(values(network.layout().learnt()), expected.learnt);
        near(values(network.layout().measured()), expected.measured);
        try (NDManager step = owner.newSubManager()) {
            NDArray input = step.create(rows.values(), new Shape(12, 5));
            Pass pass = weights.pass(step, false);
            near(network.score(new Score.ModelScore(), input, pass).toFloatArray(), expected.scores);
        }
    }

    @Test
    void three_steps_end_at_the_weights_of_torch_adamw() {
        threeSteps(new Training(3, 12, "adamw", 0.01, 0.9, Schedule.CONSTANT, 5, 0.3, 0, 0, 0));

        near(values(network.layout().learnt()), expected.adamw);
    }

    @Test
    void three_steps_end_at_the_weights_of_torch_sgd() {
        threeSteps(new Training(3, 12, "sgd", 0.01, 0.7, Schedule.CONSTANT, 0.1, 0, 0, 0, 0));

        near(values(network.layout().learnt()), expected.sgd);
    }

    private List<Double> threeSteps(Training training) {
        PyTorch.TRAINING.lock();
        try {
            return new TrainingLoop("autoencoder", network, training, FitContext.of(1))
                    .run(weights, rows, new float[0], owner)
                    .get("loss");
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    @Test
    void terms_of_the_evidence_lower_bound_are_those_of_torch_distributions() {
        try (NDManager step = owner.newSubManager()) {
            Shape shape = new Shape(4, 3);
            Gaussian gaussian =
                    new Gaussian(step.create(wave(12, 0.9, 1.5), shape), step.create(wave(12, 0.4, 2.0), shape));
            Pass pass = weights.pass(step, false);

            near(gaussian.divergence(pass).toFloatArray(), expected.divergence);
            near(
                    gaussian.surprisal(step.create(wave(12, 2.1, 3.0), shape), pass)
                            .toFloatArray(),
                    expected.surprisal);
        }
    }

    private ModelState firstWeights() {
        int size =
                network.layout().learnt().stream().mapToInt(Layout.Slot::size).sum();
        float[] flat = wave(size, 0.7, 0.6);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        int at = 0;
        for (Layout.Slot slot : network.layout().learnt()) {
            float[] values = Arrays.copyOfRange(flat, at, at + slot.size());
            tensors.put(slot.name(), Tensor.of(values));
            at += slot.size();
        }
        for (Layout.Slot slot : network.layout().measured()) {
            float[] values = new float[slot.size()];
            Arrays.fill(values, (float) slot.scale());
            tensors.put(slot.name(), Tensor.of(values));
        }
        return new ModelState(tensors, Map.of());
    }

    private double[] values(List<Layout.Slot> slots) {
        Map<String, Tensor> tensors = weights.tensors();
        List<Double> values = new ArrayList<>();
        for (Layout.Slot slot : slots) {
            for (float value : tensors.get(slot.name()).floats()) {
                values.add((double) value);
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void near(float[] given, double[] expected) {
        double[] wide = new double[given.length];
        for (int i = 0; i < given.length; i++) {
            wide[i] = given[i];
        }
        near(wide, expected);
    }

    private static void near(double[] given, double[] expected) {
        assertThat(given).hasSameSizeAs(expected);
        for (int i = 0; i < given.length; i++) {
            assertThat(given[i])
                    .as("number %d", i)
                    .isCloseTo(expected[i], within(CLOSE * Math.max(1, Math.abs(expected[i]))));
        }
    }

    /** The same numbers as {@code wave} in {@code parity.py}. */
    private static float[] wave(int n, double frequency, double scale) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (scale * Math.sin(frequency * (i + 1)));
        }
        return values;
    }

    private static Fixture read() {
        try (Reader reader = new InputStreamReader(
                PyTorchParityTest.class.getResourceAsStream("parity.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, Fixture.class);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
