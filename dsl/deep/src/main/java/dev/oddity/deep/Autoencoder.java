package dev.oddity.deep;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.List;
import java.util.Map;

/**
 * A dense autoencoder (Hinton &amp; Salakhutdinov 2006; as a detector Sakurada &amp; Yairi 2014): x̂ = g(f(x)), trained on
 * the mean of (x − x̂)² with Adam; the score is ‖x − x̂‖₂. What it never saw it rebuilds badly.
 *
 * <p>f goes columns → hidden … → latent, g the same way back; every layer but the last has batch norm, activation and
 * dropout. Defaults: hidden 64, latent 32, relu, batch norm, dropout 0.05; 20 epochs in batches of 256 rows (fewer for small sets), learning rate 3e-3
 * going down to 0 by a cosine, weight decay 1e-5. Rows should be scaled: a column counts by the square of its spread.
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class Autoencoder implements Detector {

    private static final Parameters DEFAULTS = Training.define(
            DenseBlock.define(
                    Parameters.of("autoencoder")
                            .define("hidden", List.of(64), Rule.atLeast(1))
                            .define("latent", 32, Rule.atLeast(1)),
                    "relu",
                    true,
                    0.05),
            new Training(20, 0, 3e-3, Schedule.COSINE, 1e-5, 0));

    private final Parameters parameters;

    public Autoencoder() {
        this(DEFAULTS);
    }

    private Autoencoder(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Widths of the layers between the row and the latent layer; the decoder has them in reverse. None for a shallow one. */
    public Autoencoder hidden(int... widths) {
        return with("hidden", widths);
    }

    /** Width of the latent layer; 32 unless set. */
    public Autoencoder latent(int width) {
        return with("latent", width);
    }

    /** {@code relu} (the default), {@code leaky_relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code softplus}. */
    public Autoencoder activation(String name) {
        return with("activation", name);
    }

    /** Whether every layer but the last normalises its batch; true unless set. */
    public Autoencoder batchNorm(boolean on) {
        return with("batchNorm", on);
    }

    /** Share of each layer's numbers dropped in training, 0 up to below 1; 0.05 unless set. */
    public Autoencoder dropout(double share) {
        return with("dropout", share);
    }

    /** Passes over the training rows; 20 unless set. */
    public Autoencoder epochs(int epochs) {
        return with("epochs", epochs);
    }

    /** Most rows in a step; 0, the default, chooses: 256, or fewer for less than 10,240 rows, but at least 16. */
    public Autoencoder batchSize(int rows) {
        return with("batchSize", rows);
    }

    /** Adam's learning rate at the start; 3e-3 unless set. */
    public Autoencoder learningRate(double rate) {
        return with("learningRate", rate);
    }

    /** {@code cosine} (the default) takes the learning rate down to 0, {@code constant} leaves it. */
    public Autoencoder schedule(String name) {
        return with("schedule", name);
    }

    /** Factor of the L2 term in the gradient; 1e-5 unless set. */
    public Autoencoder weightDecay(double factor) {
        return with("weightDecay", factor);
    }

    /** Shortens gradients that are longer than this (Euclidean); 0, the default, shortens none. */
    public Autoencoder clipNorm(double length) {
        return with("clipNorm", length);
    }

    /** {@code auto} (the default: a GPU if the engine sees one), {@code cpu} or {@code gpu}. */
    public Autoencoder device(String name) {
        return with("device", name);
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    /** False: the engine's kernels round otherwise on another processor. */
    @Override
    public boolean portable() {
        return false;
    }

    @Override
    public Autoencoder with(String parameter, Object value) {
        return new Autoencoder(parameters.with(parameter, value));
    }

    @Override
    public Autoencoder with(Parameters changed) {
        return new Autoencoder(changed);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class, Score.ReconstructionError.class);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        return DeepModel.fit(parameters, AutoencoderNetwork.of(parameters, train.columns()), train, context, Map.of());
    }

    @Override
    public TrainedModel restore(ModelState state) {
        return DeepModel.restore(parameters, AutoencoderNetwork.of(parameters, DeepModel.columns(state)), state);
    }

    @Override
    public String toString() {
        return parameters.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Autoencoder that && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }
}
