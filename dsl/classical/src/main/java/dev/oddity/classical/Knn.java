package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Map;

/**
 * Euclidean distance to the k-th nearest training row (Ramaswamy, Rastogi &amp; Shim, "Efficient algorithms for mining
 * outliers from large data sets", SIGMOD 2000), by Tribuo's neighbour queries.
 *
 * <p>{@link #combine} makes it the mean of the k nearest distances (Angiulli &amp; Pizzuti, "Fast outlier detection in high
 * dimensional spaces", PKDD 2002, up to the factor k) or their median, as PyOD's {@code method}.
 *
 * <p>Defaults: k 5 and the largest distance, as PyOD; at most 10,000 training rows. With fewer rows than k, those there are
 * count. Scored
 * as a new row, one that was trained on finds itself first, at distance 0; {@link TrainedModel#trainingScores} leaves each
 * row out of its own neighbours, as scikit-learn and PyOD do for the rows they fitted. Distances want columns of like spread: scale them.
 *
 * <p>A row's {@link TrainedModel#contributions} are its squared differences to the mean of its k nearest training rows:
 * what holds it away from them, not parts of the score.
 *
 * <p>Fitting keeps the rows; scoring a distinct row costs a distance to every distinct one of them, on all cores. Ties
 * cannot change a score. The only randomness is the subsample. Tribuo's k-d tree gives the same distances, but at 29
 * columns and more it took longer than comparing with all rows.
 */
public record Knn(Parameters parameters) implements Detector {

    private static final Parameters DEFAULTS = Parameters.of("knn")
            .define("k", 5, Rule.atLeast(1))
            .define("combine", "largest", Rule.oneOf("largest", "mean", "median"))
            .define("maxRows", 10_000, Rule.atLeast(1));

    public Knn {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public Knn() {
        this(DEFAULTS);
    }

    /** How many neighbours count, 1 for the nearest alone; 5 unless set. */
    public Knn k(int neighbour) {
        return with(parameters.with("k", neighbour));
    }

    /** {@code largest}, {@code mean} or {@code median} of the distances to the k nearest; {@code largest} unless set. */
    public Knn combine(String how) {
        return with(parameters.with("combine", how));
    }

    /** Most training rows; of more, a random subsample is taken and the report says so. */
    public Knn maxRows(int rows) {
        return with(parameters.with("maxRows", rows));
    }

    @Override
    public Knn with(Parameters changed) {
        return new Knn(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        Features rows = Subsample.of(
                train,
                parameters.integer("maxRows"),
                name(),
                "scoring a row costs a distance to every one of them",
                context);
        return restore(KeptRows.of(rows).state(Map.of()));
    }

    @Override
    public TrainedModel restore(ModelState state) {
        KeptRows kept = KeptRows.of(state);
        Neighbours neighbours = new Neighbours(kept, parameters.integer("k"), parameters.text("combine"));
        RowScorer scorer = neighbours::distances;
        return new NumbersModel(
                        name(),
                        kept.columns(),
                        state,
                        scorer.inParallel().onDistinctRows(),
                        neighbours::trainingDistances)
                .explainedBy(neighbours::squaredDifferences);
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
