package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * A dense autoencoder (Hinton &amp; Salakhutdinov 2006; as a detector Sakurada &amp; Yairi 2014): x̂ = g(f(x)), trained on
 * the mean of (x − x̂)² with Adam; the score is ‖x − x̂‖₂. What it never saw it rebuilds badly.
 *
 * <p>f goes columns → hidden … → latent, g the same way back; every layer but the last has batch norm, activation and
 * dropout. Defaults: hidden 64, latent 32, relu, batch norm, dropout 0.05; 20 epochs in batches of 256 rows (fewer for
 * small sets), learning rate 3e-3 going down to 0 by a cosine, weight decay 1e-5. Rows should be scaled: a column counts
 * by the square of its spread.
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class Autoencoder extends DeepDetector<Autoencoder> {

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                            DenseBlock.define(
                                    Parameters.of("autoencoder")
                                            .define("hidden", List.of(64), Rule.atLeast(1))
                                            .define("latent", 32, Rule.atLeast(1))
                                            .define("denoising", 0.0, Rule.atLeast(0))
                                            .define("masking", 0.0, Rule.between(0, 1))
                                            .define("sparse", 0.0, Rule.atLeast(0))
                                            .define("contractive", 0.0, Rule.atLeast(0)),
                                    "relu",
                                    true,
                                    0.05),
                            20,
                            3e-3)
                    .byDefault("weightDecay", 1e-5),
            "encoder",
            "decoder");

    public Autoencoder() {
        this(DEFAULTS);
    }

    private Autoencoder(Parameters parameters) {
        super(parameters);
    }

    @Override
    public Autoencoder with(Parameters changed) {
        return new Autoencoder(changed);
    }

    /**
     * Widths of the layers between the row and the latent layer; the decoder has them in reverse. None for a shallow one; 64
     * unless set.
     */
    public Autoencoder hidden(int... widths) {
        return with("hidden", widths);
    }

    /** Width of the latent layer; 32 unless set. */
    public Autoencoder latent(int width) {
        return with("latent", width);
    }

    /**
     * {@code relu} (the default), {@code leaky_relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code
     * softplus}.
     */
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

    /**
     * Makes it a denoising autoencoder (Vincent et al. 2008): in training it sees each row with normal noise of this
     * standard deviation and must rebuild the row without. 0, the default, adds none.
     */
    public Autoencoder denoising(double deviation) {
        return with("denoising", deviation);
    }

    /** Denoising by masking: in training this share of a row's numbers, drawn anew each time, is seen as 0; 0 unless set. */
    public Autoencoder masking(double share) {
        return with("masking", share);
    }

    /** Makes it a sparse autoencoder: adds this times the mean of Σ|h| over the rows to the loss, h the code; 0 unless set. */
    public Autoencoder sparse(double weight) {
        return with("sparse", weight);
    }

    /**
     * Makes it a contractive autoencoder (Rifai et al. 2011): adds this times the mean of ‖∂h/∂x‖² (Frobenius) over the rows
     * to the loss, h the code, all layers of the encoder taken as they score (no dropout, batch norm with its running
     * values). 0 unless set. A step then costs about the columns' number of forward passes.
     */
    public Autoencoder contractive(double weight) {
        return with("contractive", weight);
    }

    /**
     * An encoder of one's own in the place of the usual one: {@code layers().dense(64).relu().dense(8)}, or a block. What it
     * gives is the code; {@code latent} is its width then.
     */
    public Autoencoder encoder(Subnetwork network) {
        return with("encoder", network);
    }

    /**
     * A decoder of one's own, from the code to the row, in the place of the usual one: {@code layers().dense(64).relu()}, to
     * which the last layer is added, or a block.
     */
    public Autoencoder decoder(Subnetwork network) {
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
        return AutoencoderNetwork.of(
                parameters(),
                shape,
                new AutoencoderNetwork.Regularisation(
                        parameters().real("denoising"),
                        parameters().real("masking"),
                        parameters().real("sparse"),
                        parameters().real("contractive")));
    }
}
