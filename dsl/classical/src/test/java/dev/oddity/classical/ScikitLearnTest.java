package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our scores against those of scikit-learn 1.2.1 and SciPy on real rows; see {@code scikit_learn.py} and {@code baselines.py}. */
class ScikitLearnTest {

    private static final Score MODEL_SCORE = new Score.ModelScore();

    /** scikit-learn's inertia of three clusters on the training rows, the best of fifty starts; it prints it. */
    private static final double BEST_INERTIA = 939.1311367214232;

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(new ZScore(), "z_max", 1e-9),
                Arguments.of(new ZScore().combine("mean"), "z_mean", 1e-9),
                Arguments.of(new ModifiedZScore(), "modified_z_max", 1e-9),
                Arguments.of(new ModifiedZScore().combine("mean"), "modified_z_mean", 1e-9),
                Arguments.of(new Pca().components(3), "pca_3", 1e-9),
                Arguments.of(new Pca().explainedVariance(.9), "pca_90_percent", 1e-9),
                Arguments.of(new Mahalanobis(), "mahalanobis", 1e-7),
                Arguments.of(new Mahalanobis().shrinkage(.1), "mahalanobis_shrunk_0.1", 1e-9),
                Arguments.of(new Lof(), "lof_20", 1e-9),
                Arguments.of(new Knn().k(1), "knn_1", 1e-9),
                Arguments.of(new Knn(), "knn_5", 1e-9),
                // The same steps of the same optimisation, stopped at the same violation of 1e-3.
                Arguments.of(new OneClassSvm(), "svm_default", 1e-6),
                Arguments.of(new OneClassSvm().nu(.1).gamma(.05), "svm_nu_0.1_gamma_0.05", 1e-6));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void scores_are_those_of_scikit_learn(Detector detector, String reference, double tolerance) {
        double[] scores = scores(detector, 0);

        assertThat(scores).containsExactly(Fixture.read("scores.csv").column(reference), within(tolerance));
    }

    static Stream<Arguments> kernels() {
        return Stream.of(
                Arguments.of(new OneClassSvm().kernel("linear"), "linear"),
                Arguments.of(
                        new OneClassSvm()
                                .kernel("polynomial")
                                .gamma(.02)
                                .degree(2)
                                .offset(.5),
                        "poly"),
                Arguments.of(new OneClassSvm().kernel("sigmoid").gamma(.001).offset(.1), "sigmoid"));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void every_kernel_is_that_of_scikit_learn(OneClassSvm detector, String reference) {
        double[] scores = scores(detector.nu(.2), 4);

        double[] expected = Fixture.read("baselines.csv").column(reference);
        double spread = Arrays.stream(expected).max().orElseThrow()
                - Arrays.stream(expected).min().orElseThrow();
        assertThat(scores).containsExactly(expected, within(1e-3 * spread));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "median"})
    void mean_and_median_distances_are_those_of_scikit_learn(String combine) {
        Features train = Fixture.read("train.csv").features();
        Knn detector = new Knn().k(6).combine(combine);

        double[] training = detector.fit(train, FitContext.of(42)).trainingScores(train, MODEL_SCORE);

        assertThat(scores(detector, 0))
                .containsExactly(Fixture.read("baselines.csv").column("knn_6_" + combine), within(1e-9));
        assertThat(training)
                .containsExactly(Fixture.read("baselines_training.csv").column("knn_6_" + combine), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void a_training_row_is_not_its_own_neighbour(int k) {
        Features train = Fixture.read("train.csv").features();

        double[] scores = new Knn().k(k).fit(train, FitContext.of(42)).trainingScores(train, MODEL_SCORE);

        assertThat(scores).containsExactly(Fixture.read("training_scores.csv").column("knn_" + k), within(1e-9));
    }

    @Test
    void a_training_row_has_the_outlier_factor_that_it_has_among_the_others() {
        Features train = Fixture.read("train.csv").features();

        double[] scores = new Lof().fit(train, FitContext.of(42)).trainingScores(train, MODEL_SCORE);

        assertThat(scores).containsExactly(Fixture.read("training_scores.csv").column("lof_20"), within(1e-9));
    }

    @Test
    void rows_repeated_more_often_than_k_are_dense_and_not_infinitely_so() {
        Features train = repeated(Fixture.read("train.csv").features(), 5, 25);

        TrainedModel model = new Lof().fit(train, FitContext.of(42));

        // Next to a point of density 1e10 factors are huge: shares are compared, not differences.
        double[] scores = model.score(Fixture.read("test.csv").features(), MODEL_SCORE);
        assertThat(logs(scores))
                .containsExactly(logs(Fixture.read("scores.csv").column("lof_20_repeated")), within(1e-6));
        double[] training = Arrays.copyOf(model.trainingScores(train, MODEL_SCORE), 150);
        assertThat(logs(training))
                .containsExactly(logs(Fixture.read("training_scores.csv").column("lof_20_repeated")), within(1e-6));
    }

    /** The rows, and after them the first few so many times more. */
    private static Features repeated(Features rows, int few, int times) {
        int[] chosen = IntStream.concat(
                        IntStream.range(0, rows.rows()),
                        IntStream.range(0, few * times).map(i -> i / times))
                .toArray();
        return rows.select(chosen);
    }

    private static double[] logs(double[] numbers) {
        return Arrays.stream(numbers).map(Math::log).toArray();
    }

    @ParameterizedTest
    @CsvSource({"full, mixture_full", "tied, mixture_tied", "diagonal, mixture_diag"})
    void from_the_same_clusters_a_mixture_comes_to_where_that_of_scikit_learn_does(
            String covariance, String reference) {
        GaussianMixture mixture = new GaussianMixture()
                .covariance(covariance)
                .regularisation(1e-6)
                .tolerance(1e-13)
                .iterations(5_000);

        assertThat(mixtureScores(mixture))
                .containsExactly(Fixture.read("scores.csv").column(reference), within(1e-5));
    }

    @Test
    void three_iterations_are_those_of_scikit_learn() {
        GaussianMixture mixture =
                new GaussianMixture().regularisation(1e-6).tolerance(1e-13).iterations(3);

        assertThat(mixtureScores(mixture))
                .containsExactly(Fixture.read("scores.csv").column("mixture_full_3_iterations"), within(1e-9));
    }

    private static double[] mixtureScores(GaussianMixture mixture) {
        DistinctRows train = DistinctRows.of(Fixture.read("train.csv").features());
        double[] clusters = Fixture.read("mixture_start.csv").column("cluster");
        return mixture.fit(train, clusters, 2, FitContext.of(42))
                .score(Fixture.read("test.csv").features(), MODEL_SCORE);
    }

    @Test
    void a_plane_between_rows_and_origin_is_that_of_scikit_learn() {
        double[] scores = scores(new LinearOneClass().landmarks(0).nu(.2), 4);

        double[] reference = Fixture.read("scores.csv").column("linear_svm_shifted_4");
        double spread = Arrays.stream(reference).max().orElseThrow()
                - Arrays.stream(reference).min().orElseThrow();
        assertThat(scores).containsExactly(reference, within(1e-3 * spread));
    }

    @Test
    void with_every_row_a_landmark_the_linear_machine_is_the_gaussian_one() {
        double[] scores = scores(new LinearOneClass().landmarks(150), 0);

        assertThat(scores).containsExactly(Fixture.read("scores.csv").column("svm_default_exact"), within(1e-2));
    }

    @Test
    void distances_to_given_centres_are_those_of_scikit_learn() {
        Fixture centres = Fixture.read("centres.csv");
        double[] numbers =
                Arrays.stream(centres.rows()).flatMapToDouble(Arrays::stream).toArray();
        ModelState state = new ModelState(
                Map.of("centres", Tensor.of(numbers, 3, centres.columns().size())), Map.of());

        double[] scores =
                new KMeans().restore(state).score(Fixture.read("test.csv").features(), MODEL_SCORE);

        assertThat(scores).containsExactly(Fixture.read("scores.csv").column("kmeans_3"), within(1e-9));
    }

    @Test
    void k_means_comes_within_two_percent_of_the_best_inertia_of_scikit_learn() {
        Features train = Fixture.read("train.csv").features();

        double[] distances = new KMeans().k(3).fit(train, FitContext.of(42)).score(train, MODEL_SCORE);

        assertThat(Arrays.stream(distances).map(distance -> distance * distance).sum())
                .isBetween(BEST_INERTIA - 1e-3, 1.02 * BEST_INERTIA);
    }

    private static double[] scores(Detector detector, double shift) {
        TrainedModel model = detector.fit(Fixture.read("train.csv").features(shift), FitContext.of(42));
        return model.score(Fixture.read("test.csv").features(shift), MODEL_SCORE);
    }
}
