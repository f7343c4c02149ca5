package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.datasets.Features;
import java.util.List;
import java.util.Map;

/**
 * Deep SAD (Ruff et al. 2020): Deep SVDD that heeds few labels. A network φ without biases draws rows towards a centre c and
 * pushes labelled anomalies away; it minimises the mean of
 *
 * <pre>‖φ(x) − c‖² of a row told nothing about, η·‖φ(x) − c‖² of a normal one, η/‖φ(x) − c‖² of an anomaly</pre>
 *
 * and the score is ‖φ(x) − c‖². c is the mean of φ over the rows that are not told to be anomalies, before the first step,
 * no number of it nearer to 0 than 0.1. Without biases, and with c away from 0, no φ is the same for all rows but by chance.
 * φ starts from random weights, not from an autoencoder's as in the paper.
 *
 * <p>Half of each batch are labelled anomalies, drawn with replacement. Defaults: hidden 64, latent 32, leaky_relu, η 1; 20
 * epochs in batches of 256 rows (fewer for small sets), Adam with learning rate 1e-3 going down to 0 by a cosine, weight
 * decay 1e-6. Rows should be scaled.
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class DeepSad extends SemiSupervised<DeepSad> {

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                            Parameters.of("deepSad")
                                    .define("hidden", List.of(64), Rule.atLeast(1))
                                    .define("latent", 32, Rule.atLeast(1))
                                    .define(
                                            "activation",
                                            "leaky_relu",
                                            Rule.oneOf("relu", "leaky_relu", "elu", "gelu", "tanh"))
                                    .define("eta", 1.0, Rule.positive())
                                    .define("balanced", true, Rule.any()),
                            20,
                            1e-3)
                    .byDefault("weightDecay", 1e-6),
            "encoder");

    public DeepSad() {
        this(DEFAULTS);
    }

    private DeepSad(Parameters parameters) {
        super(parameters);
    }

    @Override
    public DeepSad with(Parameters changed) {
        return new DeepSad(changed);
    }

    /** Numbers in φ(x); 32 unless set. */
    public DeepSad latent(int width) {
        return with("latent", width);
    }

    /** {@code leaky_relu} (the default), {@code relu}, {@code elu}, {@code gelu} or {@code tanh}: none that has a value at 0. */
    public DeepSad activation(String name) {
        return with("activation", name);
    }

    /** η, the weight of a labelled row beside one that is not; 1 unless set. */
    public DeepSad eta(double weight) {
        return with("eta", weight);
    }

    /**
     * An encoder of one's own in the place of the usual one: {@code layers().dense(64).relu().dense(8)}, or a block. What it
     * gives is the code; {@code latent} is its width then. It must be 0 at 0, so its dense layers and convolutions have no
     * bias; batch norm, layer norm and activations that {@link #activation} does not know are refused.
     */
    public DeepSad encoder(Subnetwork network) {
        return with("encoder", network);
    }

    /** Without a labelled anomaly it is Deep SVDD. */
    @Override
    float[] targets(Features train, TrainingLabels labels) {
        return Told.of(train, labels);
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return DeepSadNetwork.of(parameters(), shape, sampling());
    }
}
