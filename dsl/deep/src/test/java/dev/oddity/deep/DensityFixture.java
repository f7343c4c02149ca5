package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.Gson;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code density.json}, which {@code density.py} beside it wrote with PyTorch, and the same networks here. */
record DensityFixture(
        double[] shares,
        double[] covariances,
        double[] energy,
        OfDagmm dagmm,
        OfSvdd svdd,
        Map<String, OfContraction> contraction,
        OfMemory memory) {

    record OfDagmm(
            double[] features,
            double[] shares,
            double[] means,
            double[] covariances,
            double[] energies,
            Map<String, Double> terms,
            Map<String, double[]> gradients) {}

    record OfSvdd(double[] centre, double[] scores, double loss, double[] gradient) {}

    record OfContraction(double[] each, double[] gradient) {}

    record OfMemory(double[] address, double[] scores, double loss, double[] gradient) {}

    /** Twelve rows of five columns. */
    static final Features ROWS = Features.of(wave(60, 1.3, 2.0), 5);

    static DensityFixture read() {
        try (Reader reader = new InputStreamReader(
                DensityFixture.class.getResourceAsStream("density.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, DensityFixture.class);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The same numbers as {@code wave} in {@code density.py}. */
    static float[] wave(int n, double frequency, double scale) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (scale * Math.sin(frequency * (i + 1)));
        }
        return values;
    }

    static NDArray rows(NDManager manager) {
        return manager.create(ROWS.values(), new Shape(12, 5));
    }

    /** Weights from one wave, as {@code filled} in {@code density.py} sets them; the owner closes them. */
    static Weights weights(Layout layout, NDManager owner) {
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

    /** What a loss of the rows is. */
    static double loss(Objective.Loss loss, Weights weights, NDManager owner) {
        try (NDManager step = owner.newSubManager()) {
            NDArray rows = rows(step);
            return loss.of(new Batch(rows, rows), weights.pass(step, true)).getFloat();
        }
    }

    /** How a loss of the rows moves the weights. */
    static float[] gradient(Objective.Loss loss, Weights weights, NDManager owner) {
        return gradient(loss, 0, weights, owner);
    }

    /** How a loss of the rows moves a part of the weights. */
    static float[] gradient(Objective.Loss loss, int part, Weights weights, NDManager owner) {
        PyTorch.TRAINING.lock();
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector();
                NDManager step = owner.newSubManager()) {
            weights.record(part, true);
            NDArray rows = rows(step);
            collector.backward(loss.of(new Batch(rows, rows), weights.pass(step, true)));
            return weights.part(part).getGradient().toFloatArray();
        } finally {
            weights.record(part, false);
            PyTorch.TRAINING.unlock();
        }
    }

    /** Equal but for the rounding of float32, by the largest of them. */
    static void near(float[] given, double[] expected) {
        assertThat(given).hasSameSizeAs(expected);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < given.length; i++) {
            assertThat((double) given[i])
                    .as("number %d", i)
                    .isCloseTo(expected[i], within(2e-5 * Math.max(1, largest)));
        }
    }
}
