package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * Deep autoencoding Gaussian mixture model (Zong et al., "Deep Autoencoding Gaussian Mixture Model for Unsupervised Anomaly
 * Detection", ICLR 2018). A row becomes z = [f(x), ‖x − x̂‖/‖x‖, cos(x, x̂)] with x̂ = g(f(x)), an estimation network says
 * with γ(z) to which of K normal distributions it belongs, and both learn together:
 *
 * <pre>J = mean ‖x − x̂‖² + λ₁·mean E(z) + λ₂·Σₖⱼ 1/Σₖⱼⱼ,   E(z) = −ln Σₖ φₖ N(z; μₖ, Σₖ)</pre>
 *
 * where φ, μ and Σ are those that γ gives the batch (equation 5). After training they are measured once more on all
 * training rows, without dropout, and stay: the score is the energy E(z), in nats. {@code reconstructionError()} is
 * ‖x − x̂‖₂. The latent space is that of z.
 *
 * <p>f goes columns → hidden … → latent, g the same way back, with an activation on every layer but the last of each; the
 * estimation network has tanh and dropout. Defaults, those of the paper for KDD99: hidden 60, 30, 10, latent 1, tanh, 4
 * components, estimation 10, dropout 0.5, λ₁ 0.1. Our own: λ₂ 5e-4 (the paper: 0.005); 1e-4 added to every variance, without
 * which Σ is singular in float32; 20 epochs in batches of 1024 rows (the paper: 200), learning rate 1e-3 going down to 0 by
 * a cosine (the paper: 1e-4, constant), gradients no longer than 5. The mixture's work grows with the cube of latent + 2:
 * keep it below a dozen.
 *
 * <p>Rows should be scaled, and how decides much, for ‖x − x̂‖/‖x‖ and the cosine are told from the origin. Z-scores put that in
 * the middle of the rows, where a row that is usual in every column has hardly any length and so a large relative
 * distance; {@code minMax()} puts it in a corner. Neither is better everywhere: see {@code dsl/deep/RESULTS.md}. With few rows,
 * batches of 1024 make few steps: ask for more epochs or smaller batches.
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise. Seeds differ more than those of
 * an autoencoder do: report several.
 */
public final class Dagmm extends DeepDetector<Dagmm> {

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                            Parameters.of("dagmm")
                                    .define("hidden", List.of(60, 30, 10), Rule.atLeast(1))
                                    .define("latent", 1, Rule.atLeast(1))
                                    .define("activation", "tanh", Rule.oneOf(Activation.words()))
                                    .define("k", 4, Rule.atLeast(1))
                                    .define("estimation", List.of(10), Rule.atLeast(1))
                                    .define("dropout", 0.5, Rule.between(0, 1))
                                    .define("energyWeight", 0.1, Rule.atLeast(0))
                                    .define("flatnessWeight", 5e-4, Rule.atLeast(0))
                                    .define("regularisation", 1e-4, Rule.positive()),
                            20,
                            1e-3)
                    .byDefault("batchSize", 1024)
                    .byDefault("clipNorm", 5),
            "encoder",
            "decoder");

    public Dagmm() {
        this(DEFAULTS);
    }

    private Dagmm(Parameters parameters) {
        super(parameters);
    }

    @Override
    public Dagmm with(Parameters changed) {
        return new Dagmm(changed);
    }

    /** Widths of the layers between the row and the latent layer; the decoder has them in reverse. 60, 30, 10 unless set. */
    public Dagmm hidden(int... widths) {
        return with("hidden", widths);
    }

    /** Width of the latent layer; 1 unless set. The mixture has two dimensions more. */
    public Dagmm latent(int width) {
        return with("latent", width);
    }

    /**
     * {@code tanh} (the default), {@code relu}, {@code leaky_relu}, {@code elu}, {@code gelu}, {@code sigmoid} or {@code
     * softplus}.
     */
    public Dagmm activation(String name) {
        return with("activation", name);
    }

    /** K, normal distributions in the mixture; 4 unless set. */
    public Dagmm k(int components) {
        return with("k", components);
    }

    /** Widths of the hidden layers of the estimation network; one of 10 unless set. */
    public Dagmm estimation(int... widths) {
        return with("estimation", widths);
    }

    /** Share of the estimation network's hidden numbers dropped in training, 0 up to below 1; 0.5 unless set. */
    public Dagmm dropout(double share) {
        return with("dropout", share);
    }

    /** λ₁, the weight of the mean energy; 0.1 unless set. */
    public Dagmm energyWeight(double weight) {
        return with("energyWeight", weight);
    }

    /**
     * λ₂, the weight of the sum of the inverse variances; 5e-4 unless set. Of λ₁·φ·½·ln v + λ₂/v the least is at v =
     * 2·λ₂/(λ₁·φ): the mixture is asked to be about that wide, however well rows are rebuilt. The paper's 0.005 asks for ten
     * times that, and gave a lower F1 with every seed on KDD99 ({@code dsl/deep/RESULTS.md}).
     */
    public Dagmm flatnessWeight(double weight) {
        return with("flatnessWeight", weight);
    }

    /** What is added to every variance of the mixture; 1e-4 unless set. */
    public Dagmm regularisation(double variance) {
        return with("regularisation", variance);
    }

    /**
     * An encoder of one's own in the place of the usual one: {@code layers().dense(64).relu().dense(8)}, or a block. What it
     * gives is the code; {@code latent} is its width then.
     */
    public Dagmm encoder(Subnetwork network) {
        return with("encoder", network);
    }

    /**
     * A decoder of one's own, from the code to the row, in the place of the usual one: {@code layers().dense(64).relu()}, to
     * which the last layer is added, or a block.
     */
    public Dagmm decoder(Subnetwork network) {
        return with("decoder", network);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class, Score.ReconstructionError.class);
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return DagmmNetwork.of(parameters(), shape);
    }
}
