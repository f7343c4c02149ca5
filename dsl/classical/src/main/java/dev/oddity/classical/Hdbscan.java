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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.hdbscan.HdbscanModel;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.neighbour.bruteforce.NeighboursBruteForceFactory;

/**
 * GLOSH, the outlier score of HDBSCAN* (Campello, Moulavi, Zimek &amp; Sander, "Hierarchical density estimates for data
 * clustering, visualization, and outlier detection", TKDD 10(1), 2015), by Tribuo: 1 − ε_max(C)/ε(x), from 0 to below 1.
 * ε(x) is the distance threshold below which x is noise, C the cluster that it left there, and ε_max(C) the threshold at
 * which the last of that cluster dissolves: near 0 amid the densest of its cluster, near 1 far outside.
 *
 * <p>Tribuo gives the scores of the rows it was fitted on; those are the {@link TrainedModel#trainingScores}. For another
 * row it answers with one constant outside the clusters and with that of an exemplar inside, too few numbers to rank by.
 * So here a new row joins the hierarchy where it touches it, as in hdbscan's {@code approximate_predict_scores}: ε(x) is
 * its mutual reachability, max(core(x), core(y), ‖x − y‖), to the training row y for which that is least, and C the
 * cluster of y. core(x) is the distance to the m-th nearest row, itself counted.
 *
 * <p>Defaults: clusters of at least m = 5 rows, as hdbscan and scikit-learn; at most 5,000 training rows. Distances want
 * columns of like spread: scale them.
 *
 * <p>Fitting costs rows² · columns, most of it on one thread; a score costs rows · columns, on all cores. The only
 * randomness is the subsample.
 */
public record Hdbscan(Parameters parameters) implements Detector {

    private static final Parameters DEFAULTS = Parameters.of("hdbscan")
            .define("minClusterSize", 5, Rule.atLeast(2))
            .define("maxRows", 5_000, Rule.atLeast(1));

    /** Held, for a logger nobody holds forgets its level. Tribuo reports its end to it as INFO. */
    private static final Logger TRIBUO = Logger.getLogger(HdbscanTrainer.class.getName());

    public Hdbscan {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public Hdbscan() {
        this(DEFAULTS);
    }

    /** m: fewest rows that are a cluster, and the neighbour at whose distance density is measured; 5 unless set. */
    public Hdbscan minClusterSize(int rows) {
        return with(parameters.with("minClusterSize", rows));
    }

    /** Most training rows; of more, a random subsample is taken and the report says so. */
    public Hdbscan maxRows(int rows) {
        return with(parameters.with("maxRows", rows));
    }

    @Override
    public Hdbscan with(Parameters changed) {
        return new Hdbscan(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        Features rows =
                Subsample.of(train, parameters.integer("maxRows"), name(), "its cost grows with their square", context);
        int least = Math.min(parameters.integer("minClusterSize"), rows.rows());
        HdbscanModel model = train(rows, least);
        double[] glosh = model.getOutlierScores().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        MutualReachability reach = MutualReachability.of(rows, least);
        return restore(new ModelState(
                Map.of(
                        "rows", Tensor.of(rows.values(), rows.rows(), rows.columns()),
                        "core", Tensor.of(reach.core()),
                        "minClusterSize", Tensor.of(new double[] {least}),
                        "glosh", Tensor.of(glosh),
                        "noiseLevels", Tensor.of(reach.noiseLevels())),
                Map.of("provenance", TribuoProvenance.of(model))));
    }

    HdbscanModel train(Features rows, int least) {
        if (TRIBUO.getLevel() == null) {
            TRIBUO.setLevel(Level.WARNING);
        }
        return new HdbscanTrainer(least, least, new NeighboursBruteForceFactory(new L2Distance(), 1))
                .train(new FeaturesDataset<>(rows, ClusteringFactory.UNASSIGNED_CLUSTER_ID, new ClusteringFactory()));
    }

    @Override
    public TrainedModel restore(ModelState state) {
        Tensor kept = state.tensor("rows");
        int columns = kept.shape()[1];
        Features rows = Features.of(kept.floats(), columns);
        double[] glosh = state.tensor("glosh").doubles();
        double[] dissolved = state.tensor("noiseLevels").doubles().clone();
        for (int row = 0; row < dissolved.length; row++) {
            dissolved[row] *= 1 - glosh[row];
        }
        MutualReachability reach = new MutualReachability(
                rows,
                (int) state.tensor("minClusterSize").doubles()[0],
                state.tensor("core").doubles());
        RowScorer alone = unseen -> scores(unseen, reach, dissolved);
        RowScorer scorer = alone.inParallel();
        return new NumbersModel(name(), columns, state, scorer, train -> {
            int[] places = DistinctRows.places(rows, train);
            double[] scores = scorer.score(train);
            for (int row = 0; row < scores.length; row++) {
                scores[row] = places[row] < 0 ? scores[row] : glosh[places[row]];
            }
            return scores;
        });
    }

    private static double[] scores(Features unseen, MutualReachability reach, double[] dissolved) {
        double[] scores = new double[unseen.rows()];
        for (int row = 0; row < scores.length; row++) {
            MutualReachability.Touch touch = reach.touch(unseen, row);
            // At distance 0 from a row that many equal: nothing is denser.
            scores[row] = touch.distance() == 0 ? 0 : Math.max(0, 1 - dissolved[touch.row()] / touch.distance());
        }
        return scores;
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
