package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Cluster-based local outlier factor (He, Xu &amp; Deng, "Discovering cluster-based local outliers", Pattern Recognition
 * Letters 24, 2003): clusters are large or small, and a row's score is ‖x − c‖₂, with c the centre of its own cluster if
 * that is large, else the nearest centre of a large one. So a small cluster far from everything is anomalous as a whole,
 * which {@link KMeans} cannot say.
 *
 * <p>The clusters are those of {@link KMeans}. With sizes s₁ ≥ s₂ ≥ …, the first b are large, b the least number with both
 * s₁ + … + s_b ≥ alpha · rows and s_b / s_{b+1} ≥ beta; if there is none, the least with the first, else the least with the
 * second. If neither can be met, as with one cluster, all are large.
 *
 * <p>A row's {@link TrainedModel#contributions} are its squared differences to c, which add up to the square of the score
 * before weighting.
 *
 * <p>Defaults, as PyOD: k 8, alpha 0.9, beta 5, distances not weighted; {@code weighted(true)} multiplies by the size of the
 * row's own cluster, as the paper does. Distances want columns of like spread: scale them. Time, memory and randomness are
 * those of {@link KMeans}.
 */
public record Cblof(Parameters parameters) implements Detector {

    private static final Parameters DEFAULTS = Parameters.of("cblof")
            .define("k", 8, Rule.atLeast(1))
            .define("alpha", 0.9, Rule.between(0, 1))
            .define("beta", 5.0, Rule.atLeast(1))
            .define("weighted", false, Rule.any());

    public Cblof {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public Cblof() {
        this(DEFAULTS);
    }

    /** Clusters; 8 unless set. */
    public Cblof k(int clusters) {
        return with(parameters.with("k", clusters));
    }

    /** The share of rows that large clusters hold together, at least; 0.9 unless set. */
    public Cblof alpha(double share) {
        return with(parameters.with("alpha", share));
    }

    /** How many times larger the smallest large cluster is than the largest small one, at least; 5 unless set. */
    public Cblof beta(double ratio) {
        return with(parameters.with("beta", ratio));
    }

    /** Whether distances are multiplied by the size of the row's cluster; not unless set. */
    public Cblof weighted(boolean bySize) {
        return with(parameters.with("weighted", bySize));
    }

    @Override
    public Cblof with(Parameters changed) {
        return new Cblof(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        ModelState clusters =
                new KMeans().k(parameters.integer("k")).fit(train, context).state();
        double[] sizes = sizes(train, Centres.of(clusters.tensor("centres")));
        Map<String, Tensor> tensors = new LinkedHashMap<>(clusters.tensors());
        tensors.put("sizes", Tensor.of(sizes));
        return restore(new ModelState(tensors, clusters.facts()));
    }

    private static double[] sizes(Features train, Centres centres) {
        RowScorer cluster = rows ->
                Arrays.stream(centres.nearest(rows).centres()).asDoubleStream().toArray();
        double[] sizes = new double[centres.count()];
        for (double place : cluster.inParallel().score(train)) {
            sizes[(int) place]++;
        }
        return sizes;
    }

    @Override
    public TrainedModel restore(ModelState state) {
        Centres centres = Centres.of(state.tensor("centres"));
        double[] sizes = state.tensor("sizes").doubles();
        boolean weighted = parameters.flag("weighted");
        Centres large = centres.select(large(sizes));
        // The nearest of the large centres is that of the row's own cluster wherever that is large.
        RowScorer scorer = rows -> {
            double[] scores = large.nearest(rows).squared();
            int[] own = weighted ? centres.nearest(rows).centres() : new int[0];
            for (int row = 0; row < scores.length; row++) {
                scores[row] = Math.sqrt(scores[row]) * (weighted ? sizes[own[row]] : 1);
            }
            return scores;
        };
        return new NumbersModel(name(), centres.columns(), state, scorer.inParallel())
                .explainedBy(large::squaredDifferences);
    }

    /** The places of the large clusters, largest first. */
    int[] large(double[] sizes) {
        int[] order = IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingDouble(cluster -> -sizes[cluster]))
                .mapToInt(Integer::intValue)
                .toArray();
        double wanted = parameters.real("alpha") * Arrays.stream(sizes).sum();
        int enough = 0;
        int apart = 0;
        double held = 0;
        for (int count = 1; count < order.length; count++) {
            held += sizes[order[count - 1]];
            boolean holds = held >= wanted;
            boolean drops = sizes[order[count - 1]] >= parameters.real("beta") * sizes[order[count]];
            if (holds && drops) {
                return Arrays.copyOf(order, count);
            }
            enough = holds && enough == 0 ? count : enough;
            apart = drops && apart == 0 ? count : apart;
        }
        int boundary = enough > 0 ? enough : apart > 0 ? apart : order.length;
        return Arrays.copyOf(order, boundary);
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
