package dev.oddity.deep;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.datasets.Features;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A deviation network (Pang, Shen &amp; van den Hengel 2019): learns from few labelled anomalies one number φ(x) whose
 *
 * <pre>dev(x) = (φ(x) − μ)/σ</pre>
 *
 * is the score; μ and σ are those of 5,000 draws from N(0, 1). It minimises |dev| on rows that are not told to be anomalies
 * and max(0, a − dev) on those that are: an anomaly should lie a standard deviations above.
 *
 * <p>Half of each batch are labelled anomalies, drawn with replacement; rows told nothing about, and rows told to be normal,
 * are the other half. Defaults: hidden 64 (the paper: 20), relu, a 5; 20 epochs in batches of 256 rows (fewer for small
 * sets), Adam with learning rate 1e-3 going down to 0 by a cosine (the paper: RMSProp), weight decay 1e-3. Rows should be
 * scaled.
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class DevNet extends SemiSupervised<DevNet> {

    private static final int REFERENCE = 5000;
    private static final String MEAN = "referenceMean";
    private static final String DEVIATION = "referenceDeviation";

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                            Parameters.of("devNet")
                                    .define("hidden", List.of(64), Rule.atLeast(1))
                                    .define("activation", "relu", Rule.oneOf(Activation.words()))
                                    .define("margin", 5.0, Rule.positive())
                                    .define("balanced", true, Rule.any()),
                            20,
                            1e-3)
                    .byDefault("weightDecay", 1e-3),
            "network");

    public DevNet() {
        this(DEFAULTS);
    }

    private DevNet(Parameters parameters) {
        super(parameters);
    }

    @Override
    public DevNet with(Parameters changed) {
        return new DevNet(changed);
    }

    /**
     * {@code relu} (the default), {@code leaky_relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code
     * softplus}.
     */
    public DevNet activation(String name) {
        return with("activation", name);
    }

    /** a, the deviations that an anomaly should lie above the reference; 5 unless set. */
    public DevNet margin(double deviations) {
        return with("margin", deviations);
    }

    /**
     * A network of one's own in the place of the usual one: {@code layers().dense(64).relu()}, to which the last layer is
     * added, or a block. It gives one number a row, φ(x).
     */
    public DevNet network(Subnetwork network) {
        return with("network", network);
    }

    /** @throws IllegalArgumentException if no row is told to be an anomaly, or every row is */
    @Override
    float[] targets(Features train, TrainingLabels labels) {
        return Told.ofBothKinds(name(), train, labels);
    }

    @Override
    Map<String, Object> facts(FitContext context) {
        Random random = context.seeds().named("reference").random();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < REFERENCE; i++) {
            double drawn = random.nextGaussian();
            sum += drawn;
            squares += drawn * drawn;
        }
        double mean = sum / REFERENCE;
        return Map.of(MEAN, mean, DEVIATION, Math.sqrt(squares / REFERENCE - mean * mean));
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters(), layout);
        networks.refuseIdle(List.of("network"), "hidden", "activation");
        Layer network = networks.to(
                "network",
                shape,
                new long[] {1},
                () -> Perceptron.in(
                        layout,
                        "network",
                        Activation.named(parameters().text("activation")),
                        Widths.of(Widths.of(shape), parameters().integers("hidden"), 1)));
        return new DevNetNetwork(
                layout,
                network,
                ((Number) facts.get(MEAN)).doubleValue(),
                ((Number) facts.get(DEVIATION)).doubleValue(),
                parameters().real("margin"),
                sampling());
    }
}
