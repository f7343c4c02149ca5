package dev.oddity.classical;

import com.oracle.labs.mlrg.olcut.util.Pair;
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
import java.util.List;
import java.util.Map;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.neighbour.NeighboursQuery;
import org.tribuo.math.neighbour.bruteforce.NeighboursBruteForceFactory;

/**
 * Euclidean distance to the k-th nearest training row (Ramaswamy, Rastogi &amp; Shim, "Efficient algorithms for mining
 * outliers from large data sets", SIGMOD 2000), by Tribuo's neighbour queries.
 *
 * <p>Defaults: k 5, as PyOD; at most 10,000 training rows. With fewer rows than k, the farthest of them counts. A row
 * that was itself trained on finds itself first, at distance 0. Distances want columns of like spread: scale them.
 *
 * <p>Fitting keeps the rows; scoring a distinct row costs a distance to every distinct one of them, on all cores. Ties
 * cannot change a score. The only randomness is the subsample. Tribuo's k-d tree gives the same distances, but at 29
 * columns and more it took longer than comparing with all rows.
 */
public final class Knn implements Detector {

    private static final Parameters DEFAULTS =
            Parameters.of("knn").define("k", 5, Rule.atLeast(1)).define("maxRows", 10_000, Rule.atLeast(1));

    private final Parameters parameters;

    public Knn() {
        this(DEFAULTS);
    }

    private Knn(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Which neighbour's distance is the score, 1 for the nearest; 5 unless set. */
    public Knn k(int neighbour) {
        return with(parameters.with("k", neighbour));
    }

    /** Most training rows; of more, a random subsample is taken and the report says so. */
    public Knn maxRows(int rows) {
        return with(parameters.with("maxRows", rows));
    }

    @Override
    public Parameters parameters() {
        return parameters;
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
        DistinctRows distinct = DistinctRows.of(rows);
        return restore(new ModelState(
                Map.of(
                        "rows",
                                Tensor.of(
                                        distinct.rows().values(),
                                        distinct.rows().rows(),
                                        rows.columns()),
                        "counts",
                                Tensor.of(Arrays.stream(distinct.counts())
                                        .asDoubleStream()
                                        .toArray())),
                Map.of()));
    }

    @Override
    public TrainedModel restore(ModelState state) {
        Tensor kept = state.tensor("rows");
        double[] counts = state.tensor("counts").doubles();
        int columns = kept.shape()[1];
        // The chunks of a parallel score are this query's threads: its own pool would hide a failure as a null.
        NeighboursQuery query = new NeighboursBruteForceFactory(new L2Distance(), 1)
                .createNeighboursQuery(vectors(Features.of(kept.floats(), columns)));
        int neighbours = Math.min(parameters.integer("k"), counts.length);
        RowScorer scorer = rows -> query.query(vectors(rows), neighbours).stream()
                .mapToDouble(nearest -> distance(nearest, counts))
                .toArray();
        return new NumbersModel(name(), columns, state, scorer.inParallel().onDistinctRows());
    }

    /** To the k-th neighbour, a row that was repeated counting as often as it was. */
    private double distance(List<Pair<Integer, Double>> nearest, double[] counts) {
        double seen = 0;
        double distance = 0;
        for (Pair<Integer, Double> neighbour : nearest) {
            distance = neighbour.getB();
            seen += counts[neighbour.getA()];
            if (seen >= parameters.integer("k")) {
                break;
            }
        }
        return distance;
    }

    private static DenseVector[] vectors(Features rows) {
        DenseVector[] vectors = new DenseVector[rows.rows()];
        Arrays.setAll(vectors, row -> DenseVector.createDenseVector(FeaturesDataset.numbers(rows, row)));
        return vectors;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Knn that && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
