package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * A robust autoencoder (Zhou &amp; Paffenroth, "Anomaly Detection with Robust Deep Autoencoders", KDD 2017, section 4.2) for
 * training rows that have anomalies among them. The rows X are split into a part L that an autoencoder rebuilds and a part S
 * of few whole rows,
 *
 * <pre>min ‖L − g(f(L))‖ + λ·Σᵢ ‖Sᵢ‖₂   where X = L + S,</pre>
 *
 * by turns: the network learns from L for some epochs; then S is what the proximal step of its norm leaves of X − g(f(L)),
 * row by row max(0, 1 − λ/‖r‖)·r; then L = X − S. A row that cannot be rebuilt thus pulls at the network no more than one
 * whose residual is λ long; anomalies that are many and alike are learnt all the same. New rows are scored as by {@code autoencoder()}: ‖x − g(f(x))‖₂.
 *
 * <p>λ is told in units of √columns, about the length of a z-scored row: smaller moves more rows to S, and 0 would move
 * all. The network's term is the mean of squares, as in the authors' code. Defaults: λ 0.7, a split after every epoch;
 * hidden 64, latent 32, relu, batch norm, no dropout; 20 epochs in batches of 256 rows (fewer for small sets), learning
 * rate 3e-3 going down to 0 by a cosine, weight decay 1e-5. A split costs a pass over the rows.
 *
 * <p>f and g may be networks of one's own:
 *
 * <pre>{@code robustAutoencoder().encoder(layers().dense(64).elu().dense(8)).decoder(layers().dense(64).elu())}</pre>
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class RobustAutoencoder extends DeepDetector<RobustAutoencoder> {

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                            DenseBlock.define(
                                    Parameters.of("robustAutoencoder")
                                            .define("hidden", List.of(64), Rule.atLeast(1))
                                            .define("latent", 32, Rule.atLeast(1))
                                            .define("lambda", 0.7, Rule.positive())
                                            .define("round", 1, Rule.atLeast(1)),
                                    "relu",
                                    true,
                                    0),
                            20,
                            3e-3)
                    .byDefault("weightDecay", 1e-5),
            "encoder",
            "decoder");

    public RobustAutoencoder() {
        this(DEFAULTS);
    }

    private RobustAutoencoder(Parameters parameters) {
        super(parameters);
    }

    @Override
    public RobustAutoencoder with(Parameters changed) {
        return new RobustAutoencoder(changed);
    }

    /**
     * Widths of the layers between the row and the latent layer; the decoder has them in reverse. None for a shallow one; 64
     * unless set.
     */
    public RobustAutoencoder hidden(int... widths) {
        return with("hidden", widths);
    }

    /** Width of the latent layer; 32 unless set. */
    public RobustAutoencoder latent(int width) {
        return with("latent", width);
    }

    /** λ in units of √columns: how long a row's residual may be before the rest of it is set aside; 0.7 unless set. */
    public RobustAutoencoder lambda(double weight) {
        return with("lambda", weight);
    }

    /** Epochs between one split and the next; 1 unless set. */
    public RobustAutoencoder round(int epochs) {
        return with("round", epochs);
    }

    /** {@code relu} (the default), {@code leaky_relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code softplus}. */
    public RobustAutoencoder activation(String name) {
        return with("activation", name);
    }

    /** Whether every layer but the last normalises its batch; true unless set. */
    public RobustAutoencoder batchNorm(boolean on) {
        return with("batchNorm", on);
    }

    /** Share of each layer's numbers dropped in training, 0 up to below 1; 0 unless set. */
    public RobustAutoencoder dropout(double share) {
        return with("dropout", share);
    }

    /**
     * An encoder of one's own in the place of the usual one: {@code layers().dense(64).relu().dense(8)}, or a block. What it
     * gives is the code; {@code latent} is its width then.
     */
    public RobustAutoencoder encoder(Subnetwork network) {
        return with("encoder", network);
    }

    /**
     * A decoder of one's own, from the code to the row, in the place of the usual one: {@code layers().dense(64).relu()}, to
     * which the last layer is added, or a block.
     */
    public RobustAutoencoder decoder(Subnetwork network) {
        return with("decoder", network);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class, Score.ReconstructionError.class);
    }

    @Override
    public boolean exportsOnnx() {
        return true;
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return RobustAutoencoderNetwork.of(parameters(), shape);
    }
}
