package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Supervision;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.dataset.DatasetView;

/**
 * A random forest on the labels (Breiman, "Random Forests", Machine Learning 45, 2001), of Tribuo's CART trees: each grows
 * on a bootstrap sample and chooses every split by Gini impurity among √d random columns. <b>It learns from labels</b>: an
 * upper bound for detectors that do not.
 *
 * <p>Score: log((p + ε)/(1 − p + ε)), with p the mean over T trees of the share of anomalies in the leaf a row falls into
 * (scikit-learn's probability) and ε = 1/(2T), half a vote either way. Training rows are scored by the trees that did not
 * see them.
 *
 * <p>Defaults: 100 trees of any depth, which split every node of at least 2 rows; each row counts once; at most 200,000
 * training rows. Columns may be cut at 64 quantiles, for Tribuo's own trees take a time that grows with the square of the
 * distinct numbers. The same trees whatever the number of threads, of which all are used. Time to fit: trees · rows ·
 * columns · depth.
 */
public record RandomForest(Parameters parameters) implements Detector {

    private static final int CUTS = 64;

    private static final Parameters DEFAULTS = LabelledRows.parameters("randomForest")
            .define("trees", 100, Rule.atLeast(1))
            .define("maxDepth", 0, Rule.atLeast(0));

    public RandomForest {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public RandomForest() {
        this(DEFAULTS);
    }

    /** How many trees; 100 unless set. */
    public RandomForest trees(int count) {
        return with(parameters.with("trees", count));
    }

    /** Most splits between a root and a leaf; 0, the default, for no bound. */
    public RandomForest maxDepth(int splits) {
        return with(parameters.with("maxDepth", splits));
    }

    /** Whether the anomalies weigh as much as the normal rows, however few they are; not so unless set. */
    public RandomForest balanced(boolean alike) {
        return with(parameters.with("balanced", alike));
    }

    /** Most training rows; of more, a random subsample is taken and the report says so. */
    public RandomForest maxRows(int rows) {
        return with(parameters.with("maxRows", rows));
    }

    @Override
    public RandomForest with(Parameters changed) {
        return new RandomForest(changed);
    }

    @Override
    public Supervision supervision() {
        return Supervision.SUPERVISED;
    }

    /** A tree and the training rows that it saw. */
    private record Grown(TreeModel<Label> tree, BitSet saw) {}

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        LabelledRows rows =
                LabelledRows.of(train, parameters, "every tree holds all of its numbers and where they stand", context);
        Cuts cuts = Cuts.of(rows.features(), CUTS);
        FeaturesDataset<Label> data = rows.with(cuts.places(rows.features())).weighted();
        int count = parameters.integer("trees");
        SplittableRandom random =
                new SplittableRandom(context.seeds().named("trees").seed());
        long[] seeds = random.longs(2L * count).toArray();
        List<Grown> forest = IntStream.range(0, count)
                .parallel()
                .mapToObj(tree -> grow(data, rows.places(), seeds[2 * tree], seeds[2 * tree + 1]))
                .toList();
        DecisionTrees.Builder builder = new DecisionTrees.Builder(train.columns());
        for (Grown one : forest) {
            builder.tree();
            add(one.tree().getRoot(), cuts, builder);
        }
        DecisionTrees trees = builder.build();
        ModelState state = new ModelState(
                trees.tensors(),
                Map.of(
                        "provenance",
                        "the first of " + count + " trees\n"
                                + TribuoProvenance.of(forest.get(0).tree())));
        BitSet[] saw = forest.stream().map(Grown::saw).toArray(BitSet[]::new);
        return model(trees, state, all -> outOfBag(trees, saw, all));
    }

    private Grown grow(FeaturesDataset<Label> data, int[] places, long bag, long splits) {
        DatasetView<Label> sample = DatasetView.createBootstrapView(data, data.size(), bag);
        BitSet saw = new BitSet();
        for (int row : sample.getExampleIndices()) {
            saw.set(places[row]);
        }
        int depth = parameters.integer("maxDepth");
        return new Grown(
                new CARTClassificationTrainer(
                                depth == 0 ? Integer.MAX_VALUE : depth,
                                parameters.flag("balanced") ? Float.MIN_VALUE : 2,
                                0,
                                share(data.getFeatureMap().size()),
                                new GiniIndex(),
                                splits)
                        .train(sample),
                saw);
    }

    /** Of d columns so many that Tribuo rounds to √d. */
    private static float share(int columns) {
        return (float) (Math.max(1, Math.floor(Math.sqrt(columns))) / columns);
    }

    private static void add(Node<Label> node, Cuts cuts, DecisionTrees.Builder trees) {
        if (node instanceof SplitNode<Label> split) {
            int at = trees.split(split.getFeatureID(), cuts.above(split.getFeatureID(), split.splitValue()));
            add(split.getLessThanOrEqual(), cuts, trees);
            trees.right(at);
            add(split.getGreaterThan(), cuts, trees);
        } else {
            trees.leaf(((LeafNode<Label>) node)
                    .getDistribution()
                    .get(LabelledRows.ANOMALY.getLabel())
                    .getScore());
        }
    }

    @Override
    public TrainedModel restore(ModelState state) {
        DecisionTrees trees = DecisionTrees.of(state);
        return model(trees, state, scorer(trees));
    }

    private TrainedModel model(DecisionTrees trees, ModelState state, RowScorer training) {
        return new NumbersModel(name(), trees.columns(), state, scorer(trees), training);
    }

    private static RowScorer scorer(DecisionTrees trees) {
        RowScorer scorer = rows -> {
            double[] scores = trees.sums(rows);
            for (int row = 0; row < scores.length; row++) {
                scores[row] = logOdds(scores[row] / trees.count(), trees.count());
            }
            return scores;
        };
        return scorer.inParallel();
    }

    /** By the trees that did not see a row; by all where every one did. */
    private static double[] outOfBag(DecisionTrees trees, BitSet[] saw, Features rows) {
        return IntStream.range(0, rows.rows())
                .parallel()
                .mapToDouble(row -> {
                    int[] blind = IntStream.range(0, saw.length)
                            .filter(tree -> !saw[tree].get(row))
                            .toArray();
                    int[] asked =
                            blind.length == 0 ? IntStream.range(0, saw.length).toArray() : blind;
                    double sum = 0;
                    for (int tree : asked) {
                        sum += trees.value(tree, rows, row);
                    }
                    return logOdds(sum / asked.length, saw.length);
                })
                .toArray();
    }

    private static double logOdds(double p, int trees) {
        double half = .5 / trees;
        return Math.log((p + half) / (1 - p + half));
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
