package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * Internal contrastive learning (Shenkar &amp; Wolf, "Anomaly Detection for Tabular Data with Internal Contrastive
 * Learning", ICLR 2022): from what a row says elsewhere, tells which of its windows goes where. With aⱼ the row's j-th
 * window of k neighbouring columns, bⱼ the rest of the row, and encoders F and G, the loss of a row, and its score, is the
 * mean over its windows of
 *
 * <pre>−ln ( exp(cos(F(bⱼ), G(aⱼ))/τ) / Σₗ exp(cos(F(bⱼ), G(aₗ))/τ) )</pre>
 *
 * In usual rows the columns hang together as they did in training. No column is to blame: one that is odd spoils the rest
 * of every window that it is not in.
 *
 * <p>F goes d − k → u → 2u → u with tanh after the first layer, G goes k → u/4 → u/2 → u; every layer is followed by an
 * activation, the first two of F and the first of G by batch norm as well, which goes by the window, over the rows and
 * the numbers of a code. Scoring takes the norm's running means, so a row's score is its own. Defaults: k 2 up to 40
 * columns, 10 up to 160, d − 150 beyond, the paper's; u 64 (paper: 200); leaky_relu with slope 0.01 (paper: 0.2); τ 0.1
 * (code adapted from the authors: 0.1; DeepOD: 0.01); 10 epochs in batches of 256 rows (fewer for small sets), learning
 * rate 1e-3 going down to 0 by a cosine, where the paper trains until the loss is below 0.001 or 0.01.
 *
 * <p>Which columns are neighbours is chance. The paper averages over ⌊100/(ln n + d)⌋ + 1 orders of the columns, 3 for some
 * thousand rows of 30 columns; here that is {@code permutations(3)}, and the default is 1. Each has encoders of its own;
 * the first keeps the order the columns come in, the others draw theirs.
 *
 * <p>A step passes d − k + 1 windows a row through both encoders, which makes it slow: with 121 columns, 112 of them. Rows
 * need at least 3 columns, and should be scaled.
 *
 * <p>F and G may be networks of one's own. They take a window, or the rest of it, as a flat row, so their batch norm goes by
 * the number, over the rows and the windows:
 *
 * <pre>{@code icl()
 *     .restEncoder(layers().dense(64).tanh().batchNorm().dense().leakyRelu())
 *     .windowEncoder(layers().dense(16).leakyRelu().dense().leakyRelu())}</pre>
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class Icl extends DeepDetector<Icl> {

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                    Parameters.of("icl")
                            .define("window", 0, Rule.atLeast(0))
                            .define("width", 64, Rule.within(4, Widths.MOST))
                            .define("activation", "leaky_relu", Rule.oneOf(Activation.words()))
                            .define("temperature", 0.1, Rule.positive())
                            .define("permutations", 1, Rule.within(1, 1000)),
                    10,
                    1e-3),
            "restEncoder",
            "windowEncoder");

    public Icl() {
        this(DEFAULTS);
    }

    private Icl(Parameters parameters) {
        super(parameters);
    }

    @Override
    public Icl with(Parameters changed) {
        return new Icl(changed);
    }

    /** k, columns in a window, fewer than the row has; 0, the default, chooses by the number of columns. */
    public Icl window(int columns) {
        return with("window", columns);
    }

    /** u, numbers in a code, at least 4; the other layers' widths go by it. 64 unless set. */
    public Icl width(int width) {
        return with("width", width);
    }

    /** {@code leaky_relu} (the default), {@code relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code softplus}. */
    public Icl activation(String name) {
        return with("activation", name);
    }

    /** τ; 0.1 unless set. */
    public Icl temperature(double tau) {
        return with("temperature", tau);
    }

    /** Orders of the columns, with a pair of encoders each, whose scores are averaged; 1 unless set. */
    public Icl permutations(int count) {
        return with("permutations", count);
    }

    /**
     * F of one's own, from the d − k numbers that a window leaves to u ({@link #width}) numbers: {@code
     * layers().dense(64).tanh()}, to which the last layer is added, or a block. Each of the {@link #permutations} has one.
     */
    public Icl restEncoder(Subnetwork network) {
        return with("restEncoder", network);
    }

    /** G of one's own, from the k numbers of a window to u ({@link #width}) numbers, given as {@link #restEncoder} is. */
    public Icl windowEncoder(Subnetwork network) {
        return with("windowEncoder", network);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class);
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return IclNetwork.of(parameters(), Widths.of(shape));
    }
}
