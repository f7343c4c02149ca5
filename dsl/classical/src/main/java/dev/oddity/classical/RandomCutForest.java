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
import dev.oddity.reproducibility.SeedStream;
import java.util.Map;

/**
 * Robust random cut forest (Guha, Mishra, Roy &amp; Schrijvers, "Robust random cut forest based anomaly detection on
 * streams", ICML 2016), by Amazon's library. The score is the mean over the trees of log₂(n + 1) · E[1/(d + 1)]: n rows are
 * in the tree, and d is the depth at which a new random cut would part the row from the others, were it put in; where a
 * leaf of mass m equals the row, 1/(depth + log₂(m + 1)) stands for it. About 1 for a usual row, higher = more anomalous.
 * Training rows are scored by the trees that hold them as if these did not, for the {@link TrainedModel#trainingScores}.
 *
 * <p>Unlike in an {@link IsolationForest}, a column is cut with a chance in proportion to its spread, so columns that do
 * not matter do not dilute the others; scale them alike. Used here on a batch of rows: each tree holds a random sample
 * of them, drawn without regard to their order.
 *
 * <p>Defaults: 50 trees of 256 rows, the library's. At most trees · rows are ever held, so of more training rows that many
 * random ones are shown to the forest. These are the model's state: a forest read back is grown again from them and
 * from its seed, and is the same to the bit.
 *
 * <p>Contributions are the library's attribution: they add up to the score.
 *
 * <p>Fitting costs trees · sample · log(sample) · columns and about as much again for each further row shown; a score costs
 * trees · log(sample) · columns. A tree is walked by one thread at a time, and the trees' sums are added in their order, so
 * the number of threads changes nothing.
 */
public record RandomCutForest(Parameters parameters) implements Detector {

    private static final Parameters DEFAULTS = Parameters.of("randomCutForest")
            .define("trees", 50, Rule.atLeast(1))
            .define("sample", 256, Rule.atLeast(2));

    public RandomCutForest {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public RandomCutForest() {
        this(DEFAULTS);
    }

    /** Trees; 50 unless set. */
    public RandomCutForest trees(int trees) {
        return with(parameters.with("trees", trees));
    }

    /** Training rows in a tree; 256 unless set. */
    public RandomCutForest sample(int rows) {
        return with(parameters.with("sample", rows));
    }

    @Override
    public RandomCutForest with(Parameters changed) {
        return new RandomCutForest(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        int most = Math.multiplyExact(parameters.integer("trees"), parameters.integer("sample"));
        SeedStream seeds = context.seeds();
        Features shown = Subsample.draw(train, most, seeds.named("subsample").random());
        return restore(new ModelState(
                Map.of("rows", Tensor.of(shown.values(), shown.rows(), shown.columns())),
                Map.of("seed", String.valueOf(seeds.named("cuts").seed()))));
    }

    @Override
    public TrainedModel restore(ModelState state) {
        Tensor rows = state.tensor("rows");
        int columns = rows.shape()[1];
        CutTrees trees = CutTrees.grow(
                Features.of(rows.floats(), columns),
                parameters.integer("trees"),
                parameters.integer("sample"),
                Long.parseLong((String) state.facts().get("seed")));
        return new NumbersModel(name(), columns, state, trees::scores, trees::trainingScores)
                .explainedBy(trees::contributions);
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
