package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * A memory-augmented autoencoder (Gong et al., "Memorizing Normality to Detect Anomaly", ICCV 2019): the decoder does not
 * get the code z = f(x) but the nearest thing to it that a memory M of N learnt items can put together,
 *
 * <pre>x̂ = g(ŵM),   w = softmax(cos(z, mᵢ)),   ŵ = w where w exceeds λ, else 0, scaled to sum 1,</pre>
 *
 * so that an anomaly is rebuilt as something usual. Trained on the mean of (x − x̂)² + α times the entropy of ŵ; the score is
 * ‖x − x̂‖₂.
 *
 * <p>f goes columns → hidden … → latent, g the same way back, with batch norm and activation on every layer but the last of
 * each.
 * Defaults: hidden 64, latent 16, N 100, λ 1/N, α 2e-4, relu, batch norm, no dropout; 20 epochs in batches of 256 rows
 * (fewer for small sets), learning rate 3e-3 going down to 0 by a cosine. For KDD99 the authors had hidden 60, 30, 10,
 * latent 3, N 50, tanh and no batch norm.
 *
 * <p>f and g may be networks of one's own, with the memory between them:
 *
 * <pre>{@code memoryAutoencoder().encoder(layers().dense(64).tanh().dense(8)).decoder(layers().dense(64).tanh())}</pre>
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class MemoryAutoencoder extends DeepDetector<MemoryAutoencoder> {

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                    DenseBlock.define(
                            Parameters.of("memoryAutoencoder")
                                    .define("hidden", List.of(64), Rule.atLeast(1))
                                    .define("latent", 16, Rule.atLeast(1))
                                    .define("slots", 100, Rule.within(1, 1_000_000))
                                    .define("shrinkage", 1.0, Rule.atLeast(0))
                                    .define("entropyWeight", 2e-4, Rule.atLeast(0)),
                            "relu",
                            true,
                            0),
                    20,
                    3e-3),
            "encoder",
            "decoder");

    public MemoryAutoencoder() {
        this(DEFAULTS);
    }

    private MemoryAutoencoder(Parameters parameters) {
        super(parameters);
    }

    @Override
    public MemoryAutoencoder with(Parameters changed) {
        return new MemoryAutoencoder(changed);
    }

    /**
     * Widths of the layers between the row and the latent layer; the decoder has them in reverse. None for a shallow one; 64
     * unless set.
     */
    public MemoryAutoencoder hidden(int... widths) {
        return with("hidden", widths);
    }

    /** Width of the latent layer and of each item; 16 unless set. */
    public MemoryAutoencoder latent(int width) {
        return with("latent", width);
    }

    /** N, items in the memory; 100 unless set. */
    public MemoryAutoencoder slots(int items) {
        return with("slots", items);
    }

    /** λ in units of 1/N: the authors advise 1 to 3; 1 unless set, 0 for no shrinkage. */
    public MemoryAutoencoder shrinkage(double threshold) {
        return with("shrinkage", threshold);
    }

    /** α, the weight of the entropy; 2e-4 unless set. */
    public MemoryAutoencoder entropyWeight(double weight) {
        return with("entropyWeight", weight);
    }

    /** {@code relu} (the default), {@code leaky_relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code softplus}. */
    public MemoryAutoencoder activation(String name) {
        return with("activation", name);
    }

    /** Whether every layer but the two last normalises its batch; true unless set. */
    public MemoryAutoencoder batchNorm(boolean on) {
        return with("batchNorm", on);
    }

    /** Share of each layer's numbers dropped in training, 0 up to below 1; 0 unless set. */
    public MemoryAutoencoder dropout(double share) {
        return with("dropout", share);
    }

    /**
     * An encoder of one's own in the place of the usual one: {@code layers().dense(64).relu().dense(8)}, or a block. What it
     * gives is the code; {@code latent} is its width then, and that of the memory's items.
     */
    public MemoryAutoencoder encoder(Subnetwork network) {
        return with("encoder", network);
    }

    /**
     * A decoder of one's own, from what the memory recalls to the row, in the place of the usual one: {@code
     * layers().dense(64).relu()}, to which the last layer is added, or a block.
     */
    public MemoryAutoencoder decoder(Subnetwork network) {
        return with("decoder", network);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class, Score.ReconstructionError.class);
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return MemoryAutoencoderNetwork.of(parameters(), shape);
    }
}
