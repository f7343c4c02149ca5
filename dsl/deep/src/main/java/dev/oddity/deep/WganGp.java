package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;

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
 * <p>Each of the three may be a network of one's own, in layers or a block:
 *
 * <pre>{@code wganGp().generator(layers().dense(64).elu()).critic(block("critic", () -> new SequentialBlock()
 *     .add(Linear.builder().setUnits(64).build()).add(Activation.geluBlock())))}</pre>
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class WganGp extends FAnoGan<WganGp> {

    private static final Parameters DEFAULTS = define(
            Parameters.of("wganGp")
                    .define("gradientPenalty", 10.0, Rule.atLeast(0))
                    .define("criticSteps", 5, Rule.atLeast(1)),
            30,
            1e-3);

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

    /** λ, the weight of (‖∇D(x̂)‖ − 1)²; 10 unless set. */
    public WganGp gradientPenalty(double weight) {
        return with("gradientPenalty", weight);
    }

    /** Steps of the critic to one of the generator; 5 unless set. */
    public WganGp criticSteps(int steps) {
        return with("criticSteps", steps);
    }

    @Override
    Game game() {
        return new Game.Wasserstein(parameters().real("gradientPenalty"));
    }

    @Override
    Limits critical() {
        return Limits.PENALISED;
    }

    @Override
    int generatorEvery() {
        return parameters().integer("criticSteps");
    }
}
