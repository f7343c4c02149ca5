package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * A generative adversarial network (Goodfellow et al. 2014) as a detector (AnoGAN, Schlegl et al. 2017): a generator G and
 * a critic, here the discriminator, with logit D. D minimises −ln σ(D(x)) − ln(1 − σ(D(G(z)))), z ~ N(0, 1), and G
 * −ln σ(D(G(z))), the form that does not saturate.
 *
 * <p>As in f-AnoGAN (Schlegl et al. 2019) an encoder E, which learns beside them, finds the z of a row; it minimises the
 * mean of
 *
 * <pre>‖x − G(E(x))‖² / columns + κ·‖f(x) − f(G(E(x)))‖² / features,</pre>
 *
 * where f is the discriminator's last hidden layer. The score is the Mahalanobis length of the residual r = x − G(E(x)),
 * √((r − m)ᵀΣ⁻¹(r − m)) with m and Σ those of the training rows' residuals. AnoGAN's own, 0.9·Σ|x − G(z*)| + 0.1·Σ|f(x) −
 * f(G(z*))| with z* searched for, is {@code latentSearch(steps)}; a block of rows costs that many training steps. Other
 * scores: {@code reconstructionError()}, ‖r‖₂; {@code featureMatching()}, ‖f(x) − f(G(E(x)))‖₂; {@code criticScore()},
 * |D(x) − mean D of the training rows|, the weakest: a generator that succeeds leaves D nothing to tell, and far from all
 * rows D was never asked. On the subset of {@code creditCardFraud()} it has a ROC-AUC of .733 and an average precision of .246
 * where the default score has .957 and .813 (means of 3 seeds).
 *
 * <p>D and E go columns → hidden …, G the same way back, without batch norm. Defaults: hidden 128, 128, latent 24,
 * leaky_relu; κ 1; Adam with β₁ 0.5; 20 epochs in batches of 256 rows (fewer for small sets), learning rate 5e-4 going down
 * to 0 by a cosine. {@code patience} watches the encoder's loss. Rows should be scaled.
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class Gan extends DeepDetector<Gan> {

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                            Parameters.of("gan")
                                    .define("hidden", List.of(128, 128), Rule.atLeast(1))
                                    .define("latent", 24, Rule.atLeast(1))
                                    .define("activation", "leaky_relu", Rule.oneOf(Activation.words()))
                                    .define("kappa", 1.0, Rule.atLeast(0)),
                            20,
                            5e-4)
                    .byDefault("momentum", 0.5),
            "generator",
            "critic",
            "encoder");

    public Gan() {
        this(DEFAULTS);
    }

    private Gan(Parameters parameters) {
        super(parameters);
    }

    @Override
    public Gan with(Parameters changed) {
        return new Gan(changed);
    }

    /**
     * Widths of the discriminator's and the encoder's layers; the generator has them in reverse. None for linear ones; 128, 128 unless
     * set. Where some of the three are given as networks, as by {@code .generator(layers()..)}, these shape the others.
     */
    public Gan hidden(int... widths) {
        return with("hidden", widths);
    }

    /** Numbers in z; 24 unless set. */
    public Gan latent(int width) {
        return with("latent", width);
    }

    /**
     * {@code leaky_relu} (the default), {@code relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code
     * softplus}.
     */
    public Gan activation(String name) {
        return with("activation", name);
    }

    /** κ, the weight of the discriminator's features in the encoder's loss; 1 unless set. */
    public Gan kappa(double weight) {
        return with("kappa", weight);
    }

    /**
     * A generator of one's own, from z to the row, in the place of the usual one: {@code layers().dense(64).relu()}, to which
     * the last layer is added, or a block.
     */
    public Gan generator(Subnetwork network) {
        return with("generator", network);
    }

    /**
     * A discriminator of one's own in the place of the usual one: {@code layers().dense(64).leakyRelu()}, to which the last layer is
     * added. A block gives f(x), of any width. {@code latentSearch(steps)} is there
     * where the generator and the critic are of dense layers, activations, dropout and norms.
     */
    public Gan critic(Subnetwork network) {
        return with("critic", network);
    }

    /**
     * An encoder of one's own, from the row to z, in the place of the usual one: {@code layers().dense(64).relu()}, to which
     * the last layer is added, or a block.
     */
    public Gan encoder(Subnetwork network) {
        return with("encoder", network);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return GanNetwork.scores(parameters());
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return GanNetwork.of(parameters(), shape, new Game.NonSaturating(), Limits.NONE, 1);
    }
}
