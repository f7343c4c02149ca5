package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * Adversarially learned anomaly detection (Zenati et al., ICDM 2018): an encoder E and a generator G against three
 * discriminators,
 *
 * <pre>min_{E, G} max_D  V(D_xz) + V(D_xx) + V(D_zz)
 * V(D_xz) = E[ln σ(D_xz(x, E(x)))] + E[ln(1 − σ(D_xz(G(z), z)))],  z ~ N(0, 1)
 * V(D_xx) = E[ln σ(D_xx(x, x))] + E[ln(1 − σ(D_xx(x, G(E(x)))))]
 * V(D_zz) = E[ln σ(D_zz(z, z))] + E[ln(1 − σ(D_zz(z, E(G(z)))))]</pre>
 *
 * of which D_xz makes G(z) look like rows and E(x) like codes, and the other two make E and G each other's inverse. E and G
 * minimise the form that does not saturate, with true and false exchanged. The score is ‖f(x, x) − f(x, G(E(x)))‖₁, f the last
 * hidden layer of D_xx. Other scores: {@code featureMatching()}, the same in ‖·‖₂; {@code reconstructionError()}, ‖x −
 * G(E(x))‖₂.
 *
 * <p>All five are dense: E columns → hidden … → latent, G the same way back, each discriminator its pair side by side →
 * discriminatorHidden → 1. Defaults: hidden 128, 64, latent 24, discriminatorHidden 128, leaky_relu, no dropout; Adam with β₁
 * 0.5; 20 epochs in batches of 256 rows (fewer for small sets), learning rate 1e-3 going down to 0 by a cosine. The authors'
 * code for KDD99 takes 1e-5 throughout and averages the weights of the last steps; how well it ends depends on where it
 * stops. Here the rate's way down takes the place of both. {@code patience} watches the mean of (x − G(E(x)))² of rows kept
 * out, for adversaries' losses do not fall. {@code spectralNorm(true)} divides each weight of the discriminators by its
 * largest singular value, as the paper does for images and its code for KDD99 does not. A latent as wide as the row can
 * carry anything, anomalies too: keep it narrower. Rows should be scaled.
 *
 * <p>Each of the five may be a network of one's own:
 *
 * <pre>{@code alad().latent(8).encoder(layers().dense(64).elu()).rowCritic(layers().dense(64).leakyRelu())}</pre>
 *
 * A layer norm in the critic of rows takes from f how long a difference is, and with it what the score tells anomalies by.
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class Alad extends DeepDetector<Alad> {

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                            Parameters.of("alad")
                                    .define("hidden", List.of(128, 64), Rule.atLeast(1))
                                    .define("discriminatorHidden", List.of(128), Rule.atLeast(1))
                                    .define("latent", 24, Rule.atLeast(1))
                                    .define("activation", "leaky_relu", Rule.oneOf(Activation.words()))
                                    .define("dropout", 0.0, Rule.between(0, 1))
                                    .define("spectralNorm", false, Rule.any()),
                            20,
                            1e-3)
                    .byDefault("momentum", 0.5),
            "encoder",
            "generator",
            "jointCritic",
            "rowCritic",
            "codeCritic");

    public Alad() {
        this(DEFAULTS);
    }

    private Alad(Parameters parameters) {
        super(parameters);
    }

    @Override
    public Alad with(Parameters changed) {
        return new Alad(changed);
    }

    /** Widths of the encoder's layers; the generator has them in reverse. None for linear ones; 128, 64 unless set. */
    public Alad hidden(int... widths) {
        return with("hidden", widths);
    }

    /** Widths of the hidden layers of each discriminator, at least one: the last is what the score compares. */
    public Alad discriminatorHidden(int... widths) {
        return with("discriminatorHidden", widths);
    }

    /** Numbers in z; 24 unless set. */
    public Alad latent(int width) {
        return with("latent", width);
    }

    /**
     * {@code leaky_relu} (the default), {@code relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code
     * softplus}.
     */
    public Alad activation(String name) {
        return with("activation", name);
    }

    /** Share of the discriminators' hidden numbers that a training step drops; 0 unless set. */
    public Alad dropout(double share) {
        return with("dropout", share);
    }

    /** Whether the discriminators' layers are spectrally normalised; false unless set. */
    public Alad spectralNorm(boolean on) {
        return with("spectralNorm", on);
    }

    /**
     * E of one's own, from the row to z, in the place of the usual one: {@code layers().dense(64).relu()}, to which the last
     * layer is added, or a block.
     */
    public Alad encoder(Subnetwork network) {
        return with("encoder", network);
    }

    /**
     * G of one's own, from z to the row, in the place of the usual one: {@code layers().dense(64).relu()}, to which the last
     * layer is added, or a block.
     */
    public Alad generator(Subnetwork network) {
        return with("generator", network);
    }

    /**
     * D_xz of one's own, which sees a row and beside it a z, columns + latent numbers: {@code
     * layers().dense(64).leakyRelu()}, to which the last layer is added, or a block, which gives features of any width.
     */
    public Alad jointCritic(Subnetwork network) {
        return with("jointCritic", network);
    }

    /**
     * D_xx of one's own, which sees two rows side by side, 2·columns numbers, given as {@link #jointCritic} is. What it gives
     * before the last layer is f, which the score compares. Two images of one channel side by side are {@code reshape(2,
     * height, width)}.
     */
    public Alad rowCritic(Subnetwork network) {
        return with("rowCritic", network);
    }

    /** D_zz of one's own, which sees two z side by side, 2·latent numbers, given as {@link #jointCritic} is. */
    public Alad codeCritic(Subnetwork network) {
        return with("codeCritic", network);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class, Score.ReconstructionError.class, Score.FeatureMatching.class);
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return AladNetwork.of(parameters(), shape);
    }
}
