package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * NeuTraL AD (Qiu et al. 2021): learns K transformations Tₖ of a row and an encoder f such that every Tₖ(x) stays like x and
 * unlike the other T_l(x). With h(a, b) = exp(cos(f(a), f(b))/τ) the loss of a row, and its score, is
 *
 * <pre>−Σₖ ln ( h(Tₖ(x), x) / (h(Tₖ(x), x) + Σ_{l ≠ k} h(Tₖ(x), T_l(x))) )</pre>
 *
 * Tₖ(x) is x + mₖ(x), or x ∘ σ(mₖ(x)), mₖ a network with one hidden layer. Defaults: K 11, added, mₖ 32 wide; the encoder
 * columns → 64 → 64 → 32 with relu; τ 0.1; 20 epochs in batches of 256 rows (fewer for small sets), Adam with learning rate
 * 1e-3 going down to 0 by a cosine. A step passes K + 1 rows for one through the encoder. Rows should be scaled.
 *
 * <p>f and mₖ may be networks of one's own, of mₖ K with weights each:
 *
 * <pre>{@code neutral().encoder(layers().dense(64).gelu().dense(16)).transformation(layers().dense(16).tanh())}</pre>
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class Neutral extends DeepDetector<Neutral> {

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                    Parameters.of("neutral")
                            .define("transformations", 11, Rule.within(2, 1000))
                            .define("transform", "add", Rule.oneOf("add", "multiply"))
                            .define("transformHidden", 32, Rule.atLeast(1))
                            .define("hidden", List.of(64, 64), Rule.atLeast(1))
                            .define("latent", 32, Rule.atLeast(1))
                            .define("activation", "relu", Rule.oneOf(Activation.words()))
                            .define("temperature", 0.1, Rule.positive()),
                    20,
                    1e-3),
            "encoder",
            "transformation");

    public Neutral() {
        this(DEFAULTS);
    }

    private Neutral(Parameters parameters) {
        super(parameters);
    }

    @Override
    public Neutral with(Parameters changed) {
        return new Neutral(changed);
    }

    /** K, at least 2; 11 unless set. */
    public Neutral transformations(int count) {
        return with("transformations", count);
    }

    /** {@code add} (the default): x + mₖ(x); {@code multiply}: x ∘ σ(mₖ(x)). */
    public Neutral transform(String name) {
        return with("transform", name);
    }

    /** Width of the hidden layer of each mₖ; 32 unless set. */
    public Neutral transformHidden(int width) {
        return with("transformHidden", width);
    }

    /** Widths of the encoder's layers before the last; none for a linear one. 64, 64 unless set. */
    public Neutral hidden(int... widths) {
        return with("hidden", widths);
    }

    /** Numbers that the encoder gives; 32 unless set. */
    public Neutral latent(int width) {
        return with("latent", width);
    }

    /** {@code relu} (the default), {@code leaky_relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code softplus}. */
    public Neutral activation(String name) {
        return with("activation", name);
    }

    /** τ; 0.1 unless set. */
    public Neutral temperature(double tau) {
        return with("temperature", tau);
    }

    /**
     * An encoder of one's own in the place of the usual one: {@code layers().dense(64).relu().dense(8)}, or a block. What it
     * gives is the code f(x); {@code latent} is its width then.
     */
    public Neutral encoder(Subnetwork network) {
        return with("encoder", network);
    }

    /**
     * The network mₖ, of which there are K with weights of their own, in the place of the usual one: from the row to as many
     * numbers, {@code layers().dense(32).relu()}, to which the last layer is added, or a block. {@link #transform} says what
     * becomes of the numbers. A step passes its rows K times through the engine, where the usual ones pass at once.
     */
    public Neutral transformation(Subnetwork network) {
        return with("transformation", network);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class);
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return NeutralNetwork.of(parameters(), shape);
    }
}
