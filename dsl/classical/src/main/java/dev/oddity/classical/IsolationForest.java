package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import dev.oddity.reproducibility.SeedStream;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Isolation forest (Liu, Ting &amp; Zhou, "Isolation Forest", ICDM 2008): rows that random cuts part from the others early
 * are unusual. The score is 2^(−E[h(x)]/c(ψ)), in (0, 1): h(x) is the depth of the leaf that x falls into, plus c(n)
 * where the n rows of that leaf were not parted further; E is the mean over the trees; c(n) = 2(ln(n − 1) + γ) − 2(n −
 * 1)/n is the mean depth of an unsuccessful search in a binary tree of n rows, c(2) = 1, c(1) = 0.
 *
 * <p>Each tree has a random ψ rows, drawn without replacement. A node cuts a column drawn from those that vary among its
 * rows, at a value drawn evenly between the least and the greatest of them, down to depth ⌈log₂ ψ⌉.
 *
 * <p>Defaults: 100 trees, ψ 256, both the paper's, scikit-learn's and PyOD's; of fewer training rows, all of them. Scale
 * and order of columns do not matter. Where every training row is equal, every score is ½.
 *
 * <p>Contributions follow a row down each tree and credit every cut's column with the depth that the cut saves, c(n) − 1
 * − c(m) from n rows to m of them (the path decomposition of Palczewska et al., "Interpreting random forest models using
 * a feature contribution method", IRI 2013, of the expected depth). Their mean over the trees adds up to c(ψ) − E[h(x)],
 * so that the score is 2^(sum/c(ψ) − 1); a number that keeps the row among the many contributes less than 0.
 *
 * <p>Fitting costs trees · ψ · log ψ, whatever the number of rows; a score costs trees · log ψ. Both use all cores. Every
 * tree has a random stream of its own, so the number of threads changes nothing.
 */
public record IsolationForest(Parameters parameters) implements Detector {

    private static final Parameters DEFAULTS = Parameters.of("isolationForest")
            .define("trees", 100, Rule.atLeast(1))
            .define("sample", 256, Rule.atLeast(1));

    public IsolationForest {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public IsolationForest() {
        this(DEFAULTS);
    }

    /** Trees; 100 unless set. */
    public IsolationForest trees(int trees) {
        return with(parameters.with("trees", trees));
    }

    /** ψ, training rows in a tree; 256 unless set. */
    public IsolationForest sample(int rows) {
        return with(parameters.with("sample", rows));
    }

    @Override
    public IsolationForest with(Parameters changed) {
        return new IsolationForest(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        int sample = Math.min(parameters.integer("sample"), train.rows());
        SeedStream seeds = context.seeds().named("trees");
        List<IsolationTree> trees = IntStream.range(0, parameters.integer("trees"))
                .parallel()
                .mapToObj(tree ->
                        tree(train, sample, seeds.named(String.valueOf(tree)).random()))
                .toList();
        return restore(IsolationTrees.of(trees, train.columns()).state());
    }

    private static IsolationTree tree(Features train, int sample, Random random) {
        int[] rows = sample == train.rows()
                ? IntStream.range(0, sample).toArray()
                : random.ints(0, train.rows()).distinct().limit(sample).toArray();
        return IsolationTree.grow(train.select(rows), random);
    }

    @Override
    public TrainedModel restore(ModelState state) {
        IsolationTrees trees = IsolationTrees.of(state);
        RowScorer scorer = trees::scores;
        return new NumbersModel(name(), trees.columns(), state, scorer.inParallel()).explainedBy(trees::contributions);
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
