package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.anomaly.AnomalyFactory;

class TribuoAdapterTest {

    private static final Features TRAIN = Fixture.read("train.csv").features();

    static List<Detector> detectors() {
        return List.of(new OneClassSvm(), new LinearOneClass(), new LinearOneClass().landmarks(0), new KMeans());
    }

    /** Also the one that has no seed to tell. */
    static List<Detector> every() {
        return Stream.concat(detectors().stream(), Stream.of(new Hdbscan())).toList();
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void the_state_keeps_tribuos_provenance(Detector detector) {
        Object provenance =
                detector.fit(TRAIN, FitContext.of(42)).state().facts().get("provenance");

        assertThat(provenance.toString())
                .contains("org.tribuo.")
                .contains("seed = ")
                .contains("num-examples = 150")
                .contains("tribuo-version = 4.3.2");
    }

    @ParameterizedTest
    @MethodSource("every")
    void equal_fits_give_equal_facts(Detector detector) {
        ModelState first = detector.fit(TRAIN, FitContext.of(42)).state();
        ModelState second = detector.fit(TRAIN, FitContext.of(42)).state();

        assertThat(first.facts()).isEqualTo(second.facts());
    }

    @ParameterizedTest
    @MethodSource("every")
    void fitting_prints_and_logs_nothing(Detector detector) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<LogRecord> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                logged.add(message);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        PrintStream out = System.out;
        root.addHandler(handler);
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            detector.fit(TRAIN, FitContext.of(42));
        } finally {
            System.setOut(out);
            root.removeHandler(handler);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(logged).isEmpty();
    }

    @Test
    void columns_keep_their_order_beyond_ten() {
        FeaturesDataset<?> wide = new FeaturesDataset<>(
                Features.of(new float[123], 123), AnomalyFactory.EXPECTED_EVENT, new AnomalyFactory());

        assertThat(wide.getFeatureIDMap().getID("x002")).isEqualTo(2);
        assertThat(wide.getFeatureIDMap().getID("x010")).isEqualTo(10);
        assertThat(wide.getFeatureIDMap().getID("x122")).isEqualTo(122);
    }

    @Test
    void a_zero_is_a_number_like_any_other() {
        FeaturesDataset<?> zeros = new FeaturesDataset<>(
                Features.of(new float[6], 3), AnomalyFactory.EXPECTED_EVENT, new AnomalyFactory());

        assertThat(zeros).hasSize(2).allSatisfy(row -> assertThat(row.size()).isEqualTo(3));
    }

    @Test
    void there_is_a_centre_for_each_distinct_row_when_these_are_fewer_than_k() {
        Features two = Features.of(new float[][] {{1, 1}, {2, 2}, {1, 1}, {2, 2}, {2, 2}});

        TrainedModel model = new KMeans().fit(two, FitContext.of(42));

        assertThat(model.state().tensor("centres").shape()).containsExactly(2, 2);
        assertThat(model.score(two, new Score.ModelScore())).containsOnly(0);
    }

    @Test
    void the_farthest_neighbour_counts_when_there_are_fewer_than_k() {
        Features three = Features.of(new float[][] {{0}, {1}, {5}});

        double[] scores = new Knn().k(9).fit(three, FitContext.of(42)).score(three, new Score.ModelScore());

        assertThat(scores).containsExactly(5, 4, 5);
    }

    @Test
    void gamma_is_one_by_columns_times_variance_unless_given() {
        Features rows = Features.of(new float[][] {{0, 2}, {4, 6}});

        // Variance of 0, 2, 4, 6 is 5; two columns.
        assertThat(gamma(new OneClassSvm(), rows)).isEqualTo(.1);
        assertThat(gamma(new OneClassSvm().gamma(3), rows)).isEqualTo(3);
        assertThat(gamma(new OneClassSvm(), Features.of(new float[] {7, 7, 7, 7}, 2)))
                .isEqualTo(1);
    }

    @Test
    void parameters_out_of_range_are_refused() {
        assertThatThrownBy(() -> new OneClassSvm().nu(0))
                .hasMessage("oneClassSvm().nu(0.0): nu must be above 0 and at most 1");
        assertThatThrownBy(() -> new OneClassSvm().gamma(-1))
                .hasMessage("oneClassSvm().gamma(-1.0): gamma must be at least 0");
        assertThatThrownBy(() -> new LinearOneClass().nu(1.5))
                .hasMessage("linearOneClass().nu(1.5): nu must be above 0 and at most 1");
        assertThatThrownBy(() -> new KMeans().k(0)).hasMessage("kMeans().k(0): k must be at least 1");
        assertThatThrownBy(() -> new Knn().k(0)).hasMessage("knn().k(0): k must be at least 1");
    }

    @Test
    void a_sum_over_more_points_than_a_block_is_the_sum_of_its_terms() {
        int points = 1_200;
        Random random = new Random(7);
        float[] values = new float[points * 3];
        double[] weights = new double[points];
        double expected = 0;
        for (int point = 0; point < points; point++) {
            double squared = 0;
            for (int column = 0; column < 3; column++) {
                values[point * 3 + column] = (float) random.nextGaussian();
                squared += Math.pow(values[point * 3 + column] - .5, 2);
            }
            weights[point] = random.nextDouble();
            expected += weights[point] * Math.exp(-.7 * squared);
        }

        double[] sums = new GaussianKernel(values, 3, weights, .7).sums(Features.of(new float[] {.5f, .5f, .5f}, 3));

        assertThat(sums).containsExactly(new double[] {expected}, within(1e-9));
    }

    private static double gamma(OneClassSvm detector, Features rows) {
        return detector.fit(rows, FitContext.of(42)).state().tensor("gamma").doubles()[0];
    }
}
