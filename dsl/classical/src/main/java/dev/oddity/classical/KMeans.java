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
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.la.DenseVector;

/**
 * Distance to the nearest of k centres: minⱼ ‖x − cⱼ‖₂, the centres found by Tribuo's k-means (Lloyd's iterations from a
 * k-means++ start, Arthur &amp; Vassilvitskii 2007).
 *
 * <p>Defaults: k 8, at most 100 iterations; it stops when no row changes its centre. With fewer distinct training rows
 * than k there is one centre for each. Distances want columns of like spread: scale them.
 *
 * <p>A row's {@link TrainedModel#contributions} are its squared differences to that centre, which add up to the score's
 * square.
 *
 * <p>Time grows with rows · columns · k · iterations; Tribuo keeps the training rows in double precision meanwhile. It
 * runs on one thread: on several, Tribuo adds up its centres in the order in which the threads arrive.
 */
public record KMeans(Parameters parameters) implements Detector {

    private static final Parameters DEFAULTS =
            Parameters.of("kMeans").define("k", 8, Rule.atLeast(1)).define("iterations", 100, Rule.atLeast(1));

    /** Held, for a logger nobody holds forgets its level. Tribuo reports every iteration to it as INFO. */
    private static final Logger TRIBUO = Logger.getLogger(KMeansTrainer.class.getName());

    public KMeans {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public KMeans() {
        this(DEFAULTS);
    }

    /** Centres; 8 unless set. */
    public KMeans k(int centres) {
        return with(parameters.with("k", centres));
    }

    /** Most passes over the training rows; 100 unless set. */
    public KMeans iterations(int most) {
        return with(parameters.with("iterations", most));
    }

    @Override
    public KMeans with(Parameters changed) {
        return new KMeans(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        // k-means++ draws in proportion to the distance from the centres so far: with all rows taken there is none.
        int k = DistinctRows.count(train, parameters.integer("k"));
        KMeansModel model = train(train, k, context.seeds().named("init").seed());
        DenseVector[] centres = model.getCentroidVectors();
        double[] numbers = new double[centres.length * train.columns()];
        for (int centre = 0; centre < centres.length; centre++) {
            System.arraycopy(centres[centre].toArray(), 0, numbers, centre * train.columns(), train.columns());
        }
        return restore(new ModelState(
                Map.of("centres", Tensor.of(numbers, centres.length, train.columns())),
                Map.of("provenance", TribuoProvenance.of(model))));
    }

    KMeansModel train(Features rows, int k, long seed) {
        if (TRIBUO.getLevel() == null) {
            TRIBUO.setLevel(Level.WARNING);
        }
        return new KMeansTrainer(
                        k,
                        parameters.integer("iterations"),
                        new L2Distance(),
                        KMeansTrainer.Initialisation.PLUSPLUS,
                        1,
                        seed)
                .train(new FeaturesDataset<>(rows, ClusteringFactory.UNASSIGNED_CLUSTER_ID, new ClusteringFactory()));
    }

    @Override
    public TrainedModel restore(ModelState state) {
        Centres centres = Centres.of(state.tensor("centres"));
        RowScorer scorer = rows -> {
            double[] scores = centres.nearest(rows).squared();
            for (int row = 0; row < scores.length; row++) {
                scores[row] = Math.sqrt(scores[row]);
            }
            return scores;
        };
        return new NumbersModel(name(), centres.columns(), state, scorer.inParallel())
                .explainedBy(centres::squaredDifferences);
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
