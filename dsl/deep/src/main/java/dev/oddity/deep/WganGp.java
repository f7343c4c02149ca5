package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * A Wasserstein GAN with gradient penalty (Gulrajani et al. 2017) as a detector, f-AnoGAN (Schlegl et al. 2019): generator
 * G and critic D with
 *
 * <pre>min_G max_D  E[D(x)] − E[D(G(z))] − λ·E[(‖∇D(x̂)‖₂ − 1)²],  z ~ N(0, 1), x̂ uniform between x and G(z)</pre>
 *
 * and an encoder E that finds the z of a row, trained on the mean of the paper's izi_f residual
 *
 * <pre>‖x − G(E(x))‖² / columns + κ·‖f(x) − f(G(E(x)))‖² / features,</pre>
 *
 * where f is the critic's last hidden layer; it learns beside the two, where the paper's learns after them. The score is the
 * Mahalanobis length of the residual r = x − G(E(x)), √((r − m)ᵀΣ⁻¹(r − m)) with m and Σ those of the training rows' residuals:
 * what the generator never learnt to make well, it makes badly for every row, and that should not count. Other scores: {@code
 * reconstructionError()}, ‖r‖₂; {@code featureMatching()}, ‖f(x) − f(G(E(x)))‖₂; {@code latentSearch(steps)}, AnoGAN's
 * residual; {@code criticScore()}, |D(x) − mean D of the training rows|, the weakest: on the subset
 * of {@code creditCardFraud()} a ROC-AUC of .837 and an average precision of .255 where the default score has .956 and .796
 * (means of 3 seeds).
 *
 * <p>The gradient of the penalty is exact: ∇D is computed as a product of weights and slopes, layer by layer, and of a critic
 * of one's own that has other layers, or is a block, by the engine. There is no batch norm. D and E go columns → hidden …, G the same way back. Defaults: hidden 128, 128, latent 24, leaky_relu; λ 10,
 * five steps of D to one of G, κ 1; Adam with β₁ 0.5; 30 epochs in batches of 256 rows (fewer for small sets), learning
 * rate 1e-3 going down to 0 by a cosine. {@code patience} watches the encoder's loss. An epoch takes about twice as long as an
 * autoencoder's. Rows should be scaled.
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class WganGp extends DeepDetector<WganGp> {

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                            Parameters.of("wganGp")
                                    .define("hidden", List.of(128, 128), Rule.atLeast(1))
                                    .define("latent", 24, Rule.atLeast(1))
                                    .define("activation", "leaky_relu", Rule.oneOf(Activation.words()))
                                    .define("gradientPenalty", 10.0, Rule.atLeast(0))
                                    .define("criticSteps", 5, Rule.atLeast(1))
                                    .define("kappa", 1.0, Rule.atLeast(0)),
                            30,
                            1e-3)
                    .byDefault("momentum", 0.5),
            "generator",
            "critic",
            "encoder");

    public WganGp() {
        this(DEFAULTS);
    }

    private WganGp(Parameters parameters) {
        super(parameters);
    }

    @Override
    public WganGp with(Parameters changed) {
        return new WganGp(changed);
    }

    /**
     * Widths of the critic's and the encoder's layers; the generator has them in reverse. None for linear ones; 128, 128 unless
     * set. Where some of the three are given as networks, as by {@code .generator(layers()..)}, these shape the others.
     */
    public WganGp hidden(int... widths) {
        return with("hidden", widths);
    }

    /** Numbers in z; 24 unless set. */
    public WganGp latent(int width) {
        return with("latent", width);
    }

    /**
     * {@code leaky_relu} (the default), {@code relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code
     * softplus}.
     */
    public WganGp activation(String name) {
        return with("activation", name);
    }

    /** λ, the weight of (‖∇D(x̂)‖ − 1)²; 10 unless set. */
    public WganGp gradientPenalty(double weight) {
        return with("gradientPenalty", weight);
    }

    /** Steps of the critic to one of the generator; 5 unless set. */
    public WganGp criticSteps(int steps) {
        return with("criticSteps", steps);
    }

    /** κ, the weight of the critic's features in the encoder's loss; 1 unless set. */
    public WganGp kappa(double weight) {
        return with("kappa", weight);
    }

    /**
     * A generator of one's own, from z to the row, in the place of the usual one: {@code layers().dense(64).relu()}, to which
     * the last layer is added, or a block.
     */
    public WganGp generator(Subnetwork network) {
        return with("generator", network);
    }

    /**
     * A critic of one's own in the place of the usual one: {@code layers().dense(64).leakyRelu()}, to which the last layer is
     * added, or a block, which gives f(x), of any width. Neither may have batch norm or dropout: the penalty holds the
     * gradient by each row alone. {@code latentSearch(steps)} is there where it has dense layers, activations and layer norms
     * alone, and the generator those, dropout and batch norm.
     */
    public WganGp critic(Subnetwork network) {
        return with("critic", network);
    }

    /**
     * An encoder of one's own, from the row to z, in the place of the usual one: {@code layers().dense(64).relu()}, to which
     * the last layer is added, or a block.
     */
    public WganGp encoder(Subnetwork network) {
        return with("encoder", network);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return GanNetwork.scores(parameters());
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return GanNetwork.of(
                parameters(),
                shape,
                new Game.Wasserstein(parameters().real("gradientPenalty")),
                Limits.PENALISED,
                parameters().integer("criticSteps"));
    }
}
