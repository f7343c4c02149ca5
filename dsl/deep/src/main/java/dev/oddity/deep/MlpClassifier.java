package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import java.util.List;
import java.util.Map;

/**
 * A multilayer perceptron that learns from every label: an upper bound for detectors that see none, not their equal. The
 * score is its logit s(x), and p = σ(s) the probability of an anomaly; it minimises the mean of
 *
 * <pre>w·(1 − q)^γ·(−ln q)</pre>
 *
 * where q is p for an anomaly and 1 − p for a normal row: cross-entropy for γ 0, else the focal loss (Lin et al. 2017), and
 * w the weight of the row's kind: n/(2·m) with m rows of the kind among n, as scikit-learn balances, or 1. Rows told nothing
 * about count as normal.
 *
 * <p>Every layer but the last has batch norm, activation and dropout. Defaults: hidden 64, 32, relu, batch norm, dropout 0.1;
 * γ 0, balanced; 20 epochs in batches of 256 rows (fewer for small sets), Adam with learning rate 1e-3 going down to 0 by a
 * cosine, weight decay 1e-5. Rows should be scaled.
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class MlpClassifier extends Classifier<MlpClassifier> {

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                            DenseBlock.define(
                                    ClassificationLoss.define(Parameters.of("mlpClassifier")
                                            .define("hidden", List.of(64, 32), Rule.atLeast(1))),
                                    "relu",
                                    true,
                                    0.1),
                            20,
                            1e-3)
                    .byDefault("weightDecay", 1e-5),
            "network");

    public MlpClassifier() {
        this(DEFAULTS);
    }

    private MlpClassifier(Parameters parameters) {
        super(parameters);
    }

    @Override
    public MlpClassifier with(Parameters changed) {
        return new MlpClassifier(changed);
    }

    /** Widths of the layers before the last; none for logistic regression. 64, 32 unless set. */
    public MlpClassifier hidden(int... widths) {
        return with("hidden", widths);
    }

    /**
     * {@code relu} (the default), {@code leaky_relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code
     * softplus}.
     */
    public MlpClassifier activation(String name) {
        return with("activation", name);
    }

    /** Whether every layer but the last normalises its batch; true unless set. */
    public MlpClassifier batchNorm(boolean on) {
        return with("batchNorm", on);
    }

    /** Share of each layer's numbers dropped in training, 0 up to below 1; 0.1 unless set. */
    public MlpClassifier dropout(double share) {
        return with("dropout", share);
    }

    /**
     * A network of one's own in the place of the usual one: {@code layers().dense(64).relu()}, to which the last layer is
     * added, or a block. It gives one number a row, s(x).
     */
    public MlpClassifier network(Subnetwork network) {
        return with("network", network);
    }

    @Override
    public boolean exportsOnnx() {
        return true;
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters(), layout);
        networks.refuseIdle(List.of("network"), "hidden", "activation", "batchNorm", "dropout");
        int[] widths = Widths.of(Widths.of(shape), parameters().integers("hidden"));
        Layer network = networks.to(
                "network",
                shape,
                new long[] {1},
                () -> DenseBlock.of(parameters())
                        .stack(layout, "network", widths)
                        .then(Linear.in(layout, "network.out", widths[widths.length - 1], 1)));
        return new ClassifierNetwork(layout, network, ClassificationLoss.in(layout, "kinds", parameters()));
    }
}
