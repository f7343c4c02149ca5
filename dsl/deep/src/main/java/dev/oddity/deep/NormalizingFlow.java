package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import java.util.List;
import java.util.Map;

/**
 * A normalizing flow of affine couplings, RealNVP (Dinh, Sohl-Dickstein &amp; Bengio, "Density estimation using Real NVP",
 * ICLR 2017), without its batch norm: a bijection z = f(x) under which the rows are normal, so that
 *
 * <pre>−ln p(x) = ½‖z‖² + (d/2)·ln 2π − Σ s</pre>
 *
 * is exact. It is trained on the mean of this over the rows, in nats, and it is the score. Each coupling leaves every other
 * column as it is, and moves the rest by x·eˢ + t, where a dense network makes s and t of those it leaves; the next coupling
 * takes turns. s is bounded by ±2: a column that never changes would otherwise be narrowed without end.
 *
 * <p>Defaults: 6 couplings of a network with hidden 64, 64 and relu; 20 epochs in batches of 256 rows (fewer for small
 * sets), learning rate 1e-3 going down to 0 by a cosine, weight decay 1e-5, gradients no longer than 5. Rows should be
 * scaled.
 *
 * <p>The network of a coupling may be one's own, of which each coupling has one with weights of its own:
 *
 * <pre>{@code normalizingFlow().couplings(4).conditioner(layers().dense(128).tanh().dense(128).tanh())}</pre>
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class NormalizingFlow extends DeepDetector<NormalizingFlow> {

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                            Parameters.of("normalizingFlow")
                                    .define("couplings", 6, Rule.within(1, 1000))
                                    .define("hidden", List.of(64, 64), Rule.atLeast(1))
                                    .define("activation", "relu", Rule.oneOf(Activation.words())),
                            20,
                            1e-3)
                    .byDefault("weightDecay", 1e-5)
                    .byDefault("clipNorm", 5),
            "conditioner");

    public NormalizingFlow() {
        this(DEFAULTS);
    }

    private NormalizingFlow(Parameters parameters) {
        super(parameters);
    }

    @Override
    public NormalizingFlow with(Parameters changed) {
        return new NormalizingFlow(changed);
    }

    /** Couplings one after the other, at least 2 for all columns to be moved; 6 unless set. */
    public NormalizingFlow couplings(int number) {
        return with("couplings", number);
    }

    /** Widths of the hidden layers in each coupling; 64, 64 unless set. */
    public NormalizingFlow hidden(int... widths) {
        return with("hidden", widths);
    }

    /** {@code relu} (the default), {@code leaky_relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code softplus}. */
    public NormalizingFlow activation(String name) {
        return with("activation", name);
    }

    /**
     * The network in each coupling, from the row with the columns that it moves set to 0 to s and t side by side, 2·columns
     * numbers, in the place of the usual one: {@code layers().dense(64).relu()}, to which the last layer is added, or a block.
     * What it gives for the columns that stay is not looked at.
     */
    public NormalizingFlow conditioner(Subnetwork network) {
        return with("conditioner", network);
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return NormalizingFlowNetwork.of(parameters(), shape);
    }
}
