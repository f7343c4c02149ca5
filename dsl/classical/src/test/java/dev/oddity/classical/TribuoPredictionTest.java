package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import dev.oddity.reproducibility.SeedStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.anomaly.AnomalyFactory;
import org.tribuo.anomaly.Event;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.neighbour.bruteforce.NeighboursBruteForceFactory;

/** Scores computed from a model's plain numbers are what Tribuo itself predicts. */
class TribuoPredictionTest {

    private static final Features TRAIN = Fixture.read("train.csv").features();
    private static final Features TEST = Fixture.read("test.csv").features();
    private static final SeedStream SEEDS = new SeedStream(42);

    @Test
    void one_class_svm_scores_are_the_negative_of_tribuos_event_scores() {
        OneClassSvm detector = new OneClassSvm().gamma(.1);

        double[] ours = scores(detector.fit(TRAIN, FitContext.of(42)));

        Model<Event> tribuo = detector.train(TRAIN, .1, SEEDS.named("libsvm").seed());
        assertThat(ours).containsExactly(negatives(tribuo), within(1e-12));
    }

    @Test
    void linear_scores_are_the_negative_of_tribuos_event_scores() {
        LinearOneClass detector = new LinearOneClass().landmarks(0);

        double[] ours = scores(detector.fit(TRAIN, FitContext.of(42)));

        Model<Event> tribuo = detector.train(TRAIN, SEEDS.named("liblinear").seed());
        assertThat(ours).containsExactly(negatives(tribuo), within(1e-9));
    }

    @Test
    void k_means_scores_are_distances_to_the_centre_that_tribuo_predicts() {
        KMeans detector = new KMeans();

        double[] ours = scores(detector.fit(TRAIN, FitContext.of(42)));

        KMeansModel tribuo = detector.train(TRAIN, 8, SEEDS.named("init").seed());
        int[] nearest = predictions(
                        tribuo,
                        new FeaturesDataset<>(TEST, ClusteringFactory.UNASSIGNED_CLUSTER_ID, new ClusteringFactory()))
                .map(Prediction::getOutput)
                .mapToInt(ClusterID::getID)
                .toArray();
        double[] distances = IntStream.range(0, TEST.rows())
                .mapToDouble(row -> tribuo.getCentroidVectors()[nearest[row]].euclideanDistance(vector(TEST, row)))
                .toArray();
        assertThat(ours).containsExactly(distances, within(1e-12));
    }

    @Test
    void a_repeated_row_counts_as_often_as_tribuos_query_finds_it() {
        Features repeated = TRAIN.select(
                IntStream.range(0, 600).map(i -> (i * i + i) / 7 % 150).toArray());
        DenseVector[] rows = vectors(repeated);

        double[] ours = scores(new Knn().k(6).fit(repeated, FitContext.of(42)));

        double[] sixth = new NeighboursBruteForceFactory(new L2Distance(), 1)
                .createNeighboursQuery(rows).query(vectors(TEST), 6).stream()
                        .mapToDouble(nearest -> nearest.get(5).getB())
                        .toArray();
        assertThat(ours).containsExactly(sixth);
    }

    private static double[] scores(TrainedModel model) {
        return model.score(TEST, new Score.ModelScore());
    }

    private static double[] negatives(Model<Event> tribuo) {
        return predictions(tribuo, new FeaturesDataset<>(TEST, AnomalyFactory.UNKNOWN_EVENT, new AnomalyFactory()))
                .mapToDouble(prediction -> -prediction.getOutput().getScore())
                .toArray();
    }

    private static <T extends Output<T>> Stream<Prediction<T>> predictions(Model<T> model, FeaturesDataset<T> rows) {
        return model.predict(rows).stream();
    }

    private static DenseVector[] vectors(Features rows) {
        return IntStream.range(0, rows.rows())
                .mapToObj(row -> vector(rows, row))
                .toArray(DenseVector[]::new);
    }

    private static DenseVector vector(Features rows, int row) {
        return DenseVector.createDenseVector(FeaturesDataset.numbers(rows, row));
    }
}
