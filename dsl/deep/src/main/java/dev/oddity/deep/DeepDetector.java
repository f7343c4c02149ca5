package dev.oddity.deep;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.datasets.Features;
import java.util.Map;

/**
 * A detector that is a neural network: what all of them have in common is how they are trained. Each names its own defaults.
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 *
 * @param <D> the detector itself, which every word gives back changed
 */
public abstract class DeepDetector<D extends DeepDetector<D>> implements Detector {

    private final Parameters parameters;

    DeepDetector(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Passes over the training rows, at least 1; each detector names its own default. */
    public D epochs(int epochs) {
        return with("epochs", epochs);
    }

    /** Most rows in a step; 0, the default, chooses: 256, or fewer for less than 10,240 rows, but at least 16. */
    public D batchSize(int rows) {
        return with("batchSize", rows);
    }

    /** {@code adam} (the default), {@code adamw} or {@code sgd}, as PyTorch defines them. */
    public D optimiser(String name) {
        return with("optimiser", name);
    }

    /** The optimiser's learning rate at the start, above 0; each detector names its own default. */
    public D learningRate(double rate) {
        return with("learningRate", rate);
    }

    /** β₁ of Adam and AdamW, the momentum of SGD; 0.9 unless the detector says otherwise. */
    public D momentum(double share) {
        return with("momentum", share);
    }

    /** {@code cosine} (the default) takes the learning rate down to 0, {@code constant} leaves it. */
    public D schedule(String name) {
        return with("schedule", name);
    }

    /** Factor of the L2 term in the gradient; of AdamW, of the weights' own decay. 0 unless the detector says otherwise. */
    public D weightDecay(double factor) {
        return with("weightDecay", factor);
    }

    /** Factor of the sum of the weights' absolute values in the loss; 0 unless set. */
    public D l1(double factor) {
        return with("l1", factor);
    }

    /** Shortens gradients that are longer than this (Euclidean); 0, the default unless the detector says otherwise, none. */
    public D clipNorm(double length) {
        return with("clipNorm", length);
    }

    /**
     * Ends training when the loss on rows kept out of it ({@link #validation}) has not fallen for so many epochs, and goes
     * back to the best epoch's weights; 0, the default, trains through.
     */
    public D patience(int epochs) {
        return with("patience", epochs);
    }

    /** Share of the training rows whose loss {@link #patience} watches, above 0; one row at least. 0.1 unless set. */
    public D validation(double share) {
        return with("validation", share);
    }

    /** Where it runs: {@code auto()} (the default: a GPU if the engine sees one), {@code cpu()} or {@code gpu(0)}. */
    public D device(ComputeDevice device) {
        return with("device", device.word());
    }

    /** Where it runs: {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:1}. */
    public D device(String name) {
        return with("device", name);
    }

    ComputeDevice device() {
        return new ComputeDevice(parameters.text("device"));
    }

    @Override
    public final Parameters parameters() {
        return parameters;
    }

    @Override
    public abstract D with(Parameters changed);

    @Override
    public D with(String parameter, Object value) {
        return with(parameters.with(parameter, value));
    }

    /** False: the engine's kernels round otherwise on another processor. */
    @Override
    public final boolean portable() {
        return false;
    }

    /**
     * The network that learns.
     *
     * @param shape of one row
     * @param facts what {@link #facts} gave when it was fitted
     */
    abstract Network network(long[] shape, Map<String, Object> facts);

    /** What must be kept beside the weights so that a restored model is the same. */
    Map<String, Object> facts(FitContext context) {
        return Map.of();
    }

    /** One number per training row for a network that learns from labels; none for the others. */
    float[] targets(Features train, TrainingLabels labels) {
        return new float[0];
    }

    @Override
    public final TrainedModel fit(Features train, FitContext context) {
        return new Fitting(this, train, context).model();
    }

    @Override
    public final TrainedModel restore(ModelState state) {
        return DeepModel.restore(this, state);
    }

    /** Whether it differs from {@code fitted} in nothing, or in the device only. */
    @Override
    public final boolean restores(Detector fitted) {
        return fitted.getClass() == getClass()
                && fitted.parameters()
                        .equals(parameters.with("device", fitted.parameters().text("device")));
    }

    @Override
    public final boolean equals(Object other) {
        return other != null
                && other.getClass() == getClass()
                && parameters.equals(((DeepDetector<?>) other).parameters);
    }

    @Override
    public final int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public final String toString() {
        return parameters.toString();
    }
}
