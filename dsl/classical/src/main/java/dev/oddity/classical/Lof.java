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
import java.util.Map;

/**
 * Local outlier factor (Breunig, Kriegel, Ng &amp; Sander, "LOF: identifying density-based local outliers", SIGMOD 2000): how
 * much denser a row's k nearest training rows lie than the row itself, mean over them of lrd(o) / lrd(x), where lrd(x) = 1 /
 * mean over its neighbours o of max(‖x − o‖₂, distance of o to its own k-th neighbour). About 1 within a cluster, however
 * sparse that is, and larger outside.
 *
 * <p>As scikit-learn's {@code LocalOutlierFactor(novelty=True)}: exactly k neighbours, and 10⁻¹⁰ added to the mean in lrd, so
 * that rows repeated more than k times, at distance 0 from all their neighbours, have a large density and not an infinite
 * one. Scored as new, a training row finds itself; {@link TrainedModel#trainingScores} leaves each row out of its own
 * neighbours, as scikit-learn's {@code negative_outlier_factor_}. Equally near rows count in the order of the training rows.
 *
 * <p>Defaults: k 20, as the paper's lower bound and PyOD; at most 25,000 training rows. With fewer rows than k, all of them
 * are neighbours. Distances want columns of like spread: scale them.
 *
 * <p>Fitting compares every distinct training row with every other, scoring a distinct row with all of them, on all cores.
 * The only randomness is the subsample.
 */
public record Lof(Parameters parameters) implements Detector {

    private static final Parameters DEFAULTS =
            Parameters.of("lof").define("k", 20, Rule.atLeast(1)).define("maxRows", 25_000, Rule.atLeast(1));

    public Lof {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public Lof() {
        this(DEFAULTS);
    }

    /** Neighbours; 20 unless set. */
    public Lof k(int neighbours) {
        return with(parameters.with("k", neighbours));
    }

    /** Most training rows; of more, a random subsample is taken and the report says so. */
    public Lof maxRows(int rows) {
        return with(parameters.with("maxRows", rows));
    }

    @Override
    public Lof with(Parameters changed) {
        return new Lof(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        Features rows =
                Subsample.of(train, parameters.integer("maxRows"), name(), "its cost grows with their square", context);
        KeptRows kept = KeptRows.of(rows);
        LocalDensity local = LocalDensity.of(kept, parameters.integer("k"));
        return restore(
                kept.state(Map.of("reaches", Tensor.of(local.reaches()), "densities", Tensor.of(local.densities()))));
    }

    @Override
    public TrainedModel restore(ModelState state) {
        KeptRows kept = KeptRows.of(state);
        LocalDensity local = LocalDensity.restored(
                kept,
                parameters.integer("k"),
                state.tensor("reaches").doubles(),
                state.tensor("densities").doubles());
        RowScorer scorer = local::factors;
        return new NumbersModel(
                name(),
                kept.columns(),
                state,
                scorer.inParallel().onDistinctRows(),
                train -> kept.trainingScores(train, local::ownFactors, local::factors));
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
