package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import java.util.List;
import java.util.Map;

/**
 * Deep support vector data description (Ruff et al., "Deep One-Class Classification", ICML 2018), the one-class kind: a
 * network φ learns to put the training rows near a centre,
 *
 * <pre>min mean ‖φ(x; W) − c‖² + (λ/2)·‖W‖²,</pre>
 *
 * and the score is ‖φ(x) − c‖². c is the mean of φ over the training rows before the first step; coordinates nearer to 0
 * than 0.1 are set to ±0.1. The layers have no biases and no batch norm, and their activations are 0 at 0 and unbounded:
 * otherwise φ could be constant (propositions 1 to 3 of the paper) and every row would sit on the centre.
 *
 * <p>φ goes columns → hidden … → latent with an activation between each two layers. {@code pretraining(20)} first trains it
 * for so many epochs as the encoder of an autoencoder; the history has its {@code pretraining loss}. Defaults: hidden 64,
 * latent 32, leaky_relu, no pretraining; 20 epochs in batches of 256 rows (fewer for small sets), learning rate 1e-3 going
 * down to 0 by a cosine, weight decay 5e-7 (the authors'). Rows should be scaled.
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class DeepSvdd extends DeepDetector<DeepSvdd> {

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                            Parameters.of("deepSvdd")
                                    .define("hidden", List.of(64), Rule.atLeast(1))
                                    .define("latent", 32, Rule.atLeast(1))
                                    .define("activation", "leaky_relu", Rule.oneOf("leaky_relu", "relu", "elu", "gelu"))
                                    .define("pretraining", 0, Rule.atLeast(0)),
                            20,
                            1e-3)
                    .byDefault("weightDecay", 5e-7),
            "encoder");

    public DeepSvdd() {
        this(DEFAULTS);
    }

    private DeepSvdd(Parameters parameters) {
        super(parameters);
    }

    @Override
    public DeepSvdd with(Parameters changed) {
        return new DeepSvdd(changed);
    }

    /** Widths of the layers between the row and the latent layer; 64 unless set. */
    public DeepSvdd hidden(int... widths) {
        return with("hidden", widths);
    }

    /** Dimensions of φ(x); 32 unless set. */
    public DeepSvdd latent(int dimensions) {
        return with("latent", dimensions);
    }

    /** {@code leaky_relu} (the default), {@code relu}, {@code elu} or {@code gelu}: those that are 0 at 0 and unbounded. */
    public DeepSvdd activation(String name) {
        return with("activation", name);
    }

    /** Epochs as the encoder of an autoencoder before the centre is set; 0, the default, for none. */
    public DeepSvdd pretraining(int epochs) {
        return with("pretraining", epochs);
    }

    /**
     * An encoder of one's own in the place of the usual one: {@code layers().dense(64).relu().dense(8)}, or a block. What it
     * gives is the code; {@code latent} is its width then. It must be 0 at 0, so its dense layers and convolutions have no
     * bias; batch norm, layer norm and activations that {@link #activation} does not know are refused.
     */
    public DeepSvdd encoder(Subnetwork network) {
        return with("encoder", network);
    }

    @Override
    public boolean exportsOnnx() {
        return true;
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return DeepSvddNetwork.of(parameters(), shape);
    }
}
