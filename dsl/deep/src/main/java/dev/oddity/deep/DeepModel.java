package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Generated;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.onnx.OnnxValue;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A network with its weights on a device. Scoring is safe from several threads; one at a time scores. */
final class DeepModel implements TrainedModel {

    /**
     * Most rows in one native pass, unless the network says otherwise. A pass of fewer is filled up with rows of zeros: the
     * engine takes other kernels, which round otherwise, for other numbers of rows, and a row's score must not depend on how
     * many come with it.
     */
    static final int BLOCK = 1024;

    /**
     * Fewest rows in a pass. Where such a pass is known to round as a whole block does, a pass is filled up to a multiple of
     * this, and one row is a hundredth of the work of a block.
     */
    static final int FEW = 16;

    /** Other rows in a probe; odd, so that each of them comes to lie at every distance from a boundary of memory. */
    private static final int PROBES = 7;

    private final String detector;
    private final Network network;
    private final Weights weights;
    private final int columns;
    private final Map<String, Object> facts;
    private final Map<String, List<Double>> history;
    private final List<Generated> generated;
    /** Whether a pass of fewer rows than a block may be as short as they are, for each question that was asked. */
    private final Map<Object, Boolean> roundsAlike = new HashMap<>();

    private boolean closed;

    private DeepModel(
            DeepDetector<?> detector,
            Network network,
            Weights weights,
            Map<String, Object> facts,
            Map<String, List<Double>> history,
            List<Generated> generated) {
        this.detector = detector.name();
        this.network = network;
        this.weights = weights;
        this.columns = Math.toIntExact(new Shape(shape(facts)).size());
        this.facts = facts;
        this.history = history;
        this.generated = generated;
    }

    /** Draws first weights and trains them. */
    static DeepModel fit(DeepDetector<?> detector, Features train, FitContext context) {
        Finite.check(detector.name(), train);
        ai.djl.Device device = PyTorch.device(detector.device());
        Map<String, Object> facts = new LinkedHashMap<>(detector.facts(context));
        facts.put("shape", Arrays.stream(train.shape()).skip(1).boxed().toList());
        try {
            if (!PyTorch.TRAINING.tryLock()) {
                PyTorch.TRAINING.lockInterruptibly();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    detector.name() + "() was interrupted while another network trained, before it began; fit it again",
                    interrupt);
        }
        NDManager owner = PyTorch.open(device);
        try {
            // For a block whose supplier draws its weights itself.
            PyTorch.seed(context.seeds().named("block").seed());
            Network network = detector.network(shape(facts), facts);
            return NoGrad.in(() -> train(detector, network, train, facts, context, owner));
        } catch (RuntimeException | Error failure) {
            owner.close();
            throw failure;
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    private static DeepModel train(
            DeepDetector<?> detector,
            Network network,
            Features train,
            Map<String, Object> facts,
            FitContext context,
            NDManager owner) {
        Weights weights = Weights.first(
                network.layout(), owner, context.seeds().named("init").random());
        PyTorch.seed(context.seeds().named("engine").seed());
        Training training = Training.of(detector.parameters());
        float[] targets = detector.targets(train, context.labels());
        Map<String, List<Double>> history = new LinkedHashMap<>();
        network.pretraining()
                .map(first -> new TrainingLoop(
                        detector.name(), first.network(), training.pretraining(first.epochs()), context))
                .ifPresent(loop -> loop.run(weights, train, targets, owner)
                        .forEach((curve, losses) -> history.put("pretraining " + curve, losses)));
        TrainingLoop loop = new TrainingLoop(detector.name(), network, training, context);
        Map<String, List<Double>> curves = loop.run(weights, train, targets, owner);
        history.putAll(curves);
        facts.put("device", owner.getDevice().isGpu() ? "gpu" : "cpu");
        facts.put("epochs", curves.values().stream().mapToInt(List::size).max().orElse(0));
        return new DeepModel(detector, network, weights, facts, history, loop.generated());
    }

    /** The model whose state this is. */
    static DeepModel restore(DeepDetector<?> detector, ModelState state) {
        Network network = detector.network(shape(state.facts()), state.facts());
        NDManager owner = PyTorch.open(PyTorch.deviceHere(detector.name(), detector.device()));
        try {
            return new DeepModel(
                    detector, network, Weights.of(network.layout(), owner, state), state.facts(), Map.of(), List.of());
        } catch (RuntimeException | Error failure) {
            owner.close();
            throw failure;
        }
    }

    /** The shape of one row. */
    private static long[] shape(Map<String, Object> facts) {
        return ((List<?>) facts.get("shape"))
                .stream().mapToLong(size -> ((Number) size).longValue()).toArray();
    }

    @Override
    public double[] score(Features rows, Score score) {
        float[] scores = inBlocks(rows, score, (block, pass) -> network.score(score, block, pass));
        return IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).toArray();
    }

    @Override
    public Optional<double[]> contributions(Features rows, Score score) {
        return present(rows, "contributions to " + score, (block, pass) -> network.contributions(score, block, pass))
                .map(shares -> IntStream.range(0, shares.length)
                        .mapToDouble(i -> shares[i])
                        .toArray());
    }

    @Override
    public Optional<Features> reconstruction(Features rows) {
        return present(rows, "reconstruction", network::reconstruction)
                .map(values -> new Features(values, rows.shape(), rows.names()));
    }

    @Override
    public Optional<Features> latent(Features rows) {
        return present(rows, "latent", network::latent)
                .map(values -> Features.of(values, values.length / Math.max(1, rows.rows())));
    }

    private interface Asked {

        NDArray of(NDArray block, Pass pass);
    }

    private interface PerhapsAsked {

        Optional<NDArray> of(NDArray block, Pass pass);
    }

    /** Whether a network can say is known when it is asked. */
    private Optional<float[]> present(Features rows, Object question, PerhapsAsked asked) {
        return rows.rows() > 0 && one(rows, asked).isPresent()
                ? Optional.of(inBlocks(
                        rows, question, (block, pass) -> asked.of(block, pass).orElseThrow()))
                : Optional.empty();
    }

    private synchronized Optional<NDArray> one(Features rows, PerhapsAsked asked) {
        check(rows);
        try (NDManager step = weights.owner().newSubManager()) {
            NDArray row = cut(rows.values(), 0, 1, Math.min(FEW, network.block()), step);
            return NoGrad.in(() -> asked.of(row, weights.pass(step, false)));
        }
    }

    /** What a network says of the rows, as many numbers for each. */
    private synchronized float[] inBlocks(Features rows, Object question, Asked asked) {
        check(rows);
        float[] all = new float[0];
        int most = network.block();
        for (int from = 0; from < rows.rows(); from += most) {
            int length = Math.min(most, rows.rows() - from);
            int block = block(length, rows.rows(), question, asked);
            float[] given = inOnePass(rows.values(), from, length, block, asked);
            int width = given.length / block;
            if (from == 0) {
                all = new float[Math.multiplyExact(width, rows.rows())];
            }
            System.arraycopy(given, 0, all, from * width, length * width);
        }
        return all;
    }

    /** Rows in the pass of so many: a whole block, or fewer where that is known, or worth finding out, to be the same. */
    private int block(int length, int rows, Object question, Asked asked) {
        int filled = (length + FEW - 1) / FEW * FEW;
        if (filled >= network.block()) {
            return network.block();
        }
        // Finding out takes a whole block; who asks for many rows at once would wait longer for it than without.
        boolean worthIt = rows <= network.block() / 2;
        boolean alike = worthIt ? roundsAlike(question, asked) : roundsAlike.getOrDefault(question, false);
        return alike ? filled : network.block();
    }

    /**
     * Whether passes of few rows give the same bits as a whole block, wherever in it a row stands. It depends on the kernels
     * that the engine takes on this machine for these widths, so it is tried once, on rows that leave nothing to chance.
     */
    private boolean roundsAlike(Object question, Asked asked) {
        return roundsAlike.computeIfAbsent(question, unknown -> {
            Random random = new Random(FEW);
            float[] probes = new float[PROBES * columns];
            for (int i = 0; i < probes.length; i++) {
                probes[i] = (float) random.nextGaussian();
            }
            float[] first = probed(probes, FEW, asked);
            return repeats(first, FEW, first)
                    && repeats(first, FEW, probed(probes, 3 * FEW, asked))
                    && repeats(first, FEW, probed(probes, network.block(), asked));
        });
    }

    /** What is said of a block in which the probes stand again and again. */
    private float[] probed(float[] probes, int block, Asked asked) {
        float[] rows = new float[Math.multiplyExact(block, columns)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = probes[i % probes.length];
        }
        return inOnePass(rows, 0, block, block, asked);
    }

    /** Whether {@code given} is what was said {@code first} of each probe, again and again. */
    private static boolean repeats(float[] first, int rows, float[] given) {
        int period = first.length / rows * PROBES;
        return IntStream.range(0, given.length)
                .allMatch(i -> Float.floatToIntBits(given[i]) == Float.floatToIntBits(first[i % period]));
    }

    private float[] inOnePass(float[] rows, int from, int length, int block, Asked asked) {
        try (NDManager step = weights.owner().newSubManager()) {
            NDArray given = cut(rows, from, length, block, step);
            return NoGrad.in(() -> asked.of(given, weights.pass(step, false))).toFloatArray();
        }
    }

    private NDArray cut(float[] rows, int from, int length, int block, NDManager step) {
        float[] values = new float[Math.multiplyExact(block, columns)];
        System.arraycopy(rows, from * columns, values, 0, length * columns);
        return step.create(values, new Shape(block, columns));
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this " + detector + "() model is closed; fit or load it again");
        }
    }

    private void check(Features rows) {
        requireOpen();
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(
                    detector + "() was fitted on " + columns + " columns; these rows have " + rows.columns());
        }
        Finite.check(detector, rows);
    }

    @Override
    public synchronized Optional<OnnxValue> onnx(OnnxValue rows, Score score) {
        requireOpen();
        return network instanceof OnnxNetwork written
                ? Optional.of(
                        written.onnx(score, rows, new OnnxPass(rows.graph(), network.layout(), weights.tensors())))
                : Optional.empty();
    }

    @Override
    public synchronized ModelState state() {
        requireOpen();
        return new ModelState(weights.tensors(), facts);
    }

    /** Besides what is kept with the weights, the engine that computes with them here, without copying them. */
    @Override
    public Map<String, Object> facts() {
        Map<String, Object> told = new LinkedHashMap<>(facts);
        told.putAll(PyTorch.facts());
        return told;
    }

    /** A curve for each objective, such as {@code loss}: the mean over the rows, an epoch each; none of a restored model. */
    @Override
    public Map<String, List<Double>> history() {
        return history;
    }

    /** None of a restored model. */
    @Override
    public List<Generated> generated() {
        return generated;
    }

    @Override
    public synchronized void close() {
        closed = true;
        weights.close();
    }
}
