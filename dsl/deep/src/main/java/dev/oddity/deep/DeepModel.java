package dev.oddity.deep;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network with its weights on a device. Scoring is safe from several threads; one at a time scores. */
final class DeepModel implements TrainedModel {

    /**
     * Rows in one native pass. The last pass is filled up with rows of zeros: the engine takes other kernels, which round
     * otherwise, for other numbers of rows, and a row's score must not depend on how many come with it.
     */
    static final int BLOCK = 1024;

    private final String detector;
    private final Network network;
    private final Weights weights;
    private final int columns;
    private final Map<String, Object> facts;
    private final List<Double> losses;
    private boolean closed;

    private DeepModel(
            String detector,
            Network network,
            Weights weights,
            int columns,
            Map<String, Object> facts,
            List<Double> losses) {
        this.detector = detector;
        this.network = network;
        this.weights = weights;
        this.columns = columns;
        this.facts = facts;
        this.losses = List.copyOf(losses);
    }

    /** Draws first weights and trains them; {@code known} is kept with the model's facts. */
    static DeepModel fit(
            Parameters parameters, Network network, Features train, FitContext context, Map<String, Object> known) {
        Finite.check(parameters.owner(), train);
        Device device = PyTorch.device(parameters.text("device"));
        PyTorch.TRAINING.lock();
        NDManager owner = PyTorch.open(device);
        try {
            PyTorch.seed(context.seeds().named("engine").seed());
            Weights weights = Weights.first(
                    network.layout(), owner, context.seeds().named("init").random());
            List<Double> losses = new TrainingLoop(parameters.owner(), network, Training.of(parameters), context)
                    .run(weights, train, owner);
            Map<String, Object> facts = new LinkedHashMap<>(known);
            facts.put("columns", train.columns());
            facts.put("device", device.isGpu() ? "gpu" : "cpu");
            facts.put("epochs", losses.size());
            return new DeepModel(parameters.owner(), network, weights, train.columns(), facts, losses);
        } catch (RuntimeException | Error failure) {
            owner.close();
            throw failure;
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    /** The model whose state this is. */
    static DeepModel restore(Parameters parameters, Network network, ModelState state) {
        Device device = PyTorch.device(parameters.text("device"));
        NDManager owner = PyTorch.open(device);
        try {
            Weights weights = Weights.of(network.layout(), owner, state);
            return new DeepModel(parameters.owner(), network, weights, columns(state), state.facts(), List.of());
        } catch (RuntimeException failure) {
            owner.close();
            throw failure;
        }
    }

    /** The number of columns that a state's model was fitted on. */
    static int columns(ModelState state) {
        return ((Number) state.facts().get("columns")).intValue();
    }

    @Override
    public synchronized double[] score(Features rows, Score score) {
        if (closed) {
            throw new IllegalStateException("this " + detector + "() model is closed; fit or load it again");
        }
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(
                    detector + "() was fitted on " + columns + " columns; these rows have " + rows.columns());
        }
        Finite.check(detector, rows);
        double[] scores = new double[rows.rows()];
        for (int from = 0; from < scores.length; from += BLOCK) {
            int length = Math.min(BLOCK, scores.length - from);
            float[] block = Arrays.copyOf(
                    Arrays.copyOfRange(rows.values(), from * columns, (from + length) * columns), BLOCK * columns);
            try (NDManager step = weights.learnt().getManager().newSubManager()) {
                NDArray input = step.create(block, new Shape(BLOCK, columns));
                float[] given =
                        network.score(score, input, weights.pass(step, false)).toFloatArray();
                for (int i = 0; i < length; i++) {
                    scores[from + i] = given[i];
                }
            }
        }
        return scores;
    }

    @Override
    public synchronized ModelState state() {
        return new ModelState(weights.tensors(), facts);
    }

    /** {@code loss}: the mean over the rows, an epoch each; empty for a restored model. */
    @Override
    public Map<String, List<Double>> history() {
        return losses.isEmpty() ? Map.of() : Map.of("loss", losses);
    }

    @Override
    public synchronized void close() {
        closed = true;
        weights.close();
    }
}
