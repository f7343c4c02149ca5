package dev.oddity.deep;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.Generated;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.onnx.OnnxValue;
import dev.oddity.datasets.Features;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A network with its weights on a device. Scoring is safe from several threads; one at a time scores. */
final class DeepModel implements TrainedModel {

    private final String detector;
    private final Network network;
    private final Weights weights;
    private final int columns;
    private final Map<String, Object> facts;
    private final Map<String, List<Double>> history;
    private final List<Generated> generated;
    private final Blockwise blockwise;
    private boolean closed;

    DeepModel(
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
        this.blockwise = new Blockwise(weights, network.block(), columns);
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
    static long[] shape(Map<String, Object> facts) {
        return ((List<?>) facts.get("shape"))
                .stream().mapToLong(size -> ((Number) size).longValue()).toArray();
    }

    @Override
    public synchronized double[] score(Features rows, Score score) {
        check(rows);
        return wide(blockwise.ask(rows, score, (block, pass) -> network.score(score, block, pass)));
    }

    @Override
    public Optional<double[]> contributions(Features rows, Score score) {
        return perhaps(rows, "contributions to " + score, (block, pass) -> network.contributions(score, block, pass))
                .map(shares -> wide(shares.values()));
    }

    @Override
    public Optional<Features> reconstruction(Features rows) {
        return perhaps(rows, "reconstruction", network::reconstruction)
                .map(rebuilt -> new Features(rebuilt.values(), rows.shape(), rows.names()));
    }

    @Override
    public Optional<Features> latent(Features rows) {
        return perhaps(rows, "latent", network::latent).map(codes -> Features.of(codes.values(), codes.width()));
    }

    private synchronized Optional<Blockwise.Said> perhaps(
            Features rows, String question, Blockwise.PerhapsAsked asked) {
        check(rows);
        return blockwise.perhaps(rows, question, asked);
    }

    private static double[] wide(float[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
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
