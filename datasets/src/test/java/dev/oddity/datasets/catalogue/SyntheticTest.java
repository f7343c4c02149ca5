package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticTest {

    @Test
    void has_the_rows_features_and_share_asked_for() {
        Dataset data = synthetic(1000).features(3).anomalies(0.1).global().load();

        assertThat(data.rows()).isEqualTo(1000);
        assertThat(data.anomalies()).isEqualTo(100);
        assertThat(data.table().columnNames()).containsExactly("x0", "x1", "x2");
    }

    @Test
    void the_same_seed_gives_the_same_data_and_another_one_others() {
        for (Synthetic source : List.of(
                synthetic(50).local(),
                synthetic(50).global(),
                synthetic(50).dependency(),
                synthetic(50).clustered())) {
            double[] first = column(source.load(), "x0");

            assertThat(column(source.load(), "x0")).isEqualTo(first);
            assertThat(column(source.seed(2).load(), "x0")).isNotEqualTo(first);
        }
    }

    @Test
    void anomalies_are_spread_over_the_rows() {
        Dataset data = synthetic(1000).anomalies(0.5).load();

        long early = IntStream.range(0, 500).filter(row -> data.labels()[row]).count();

        assertThat(early).isBetween(200L, 300L);
    }

    /** One component N(2, 4): local anomalies keep the mean and have five times the variance. */
    @Test
    void a_local_anomaly_has_five_times_the_covariance_of_its_component() {
        Mixture mixture = new Mixture(new double[] {1}, new double[][] {{2}}, new double[][][] {{{2}}});
        Random random = new Random(1);

        double[] draws = IntStream.range(0, 100_000)
                .mapToDouble(i -> mixture.draw(1, SyntheticRows.COVARIANCE_FACTOR, random)[0])
                .toArray();

        assertThat(mean(draws)).isCloseTo(2, within(0.1));
        assertThat(variance(draws)).isCloseTo(20, within(0.5));
    }

    /** One component N(2, 4): clustered anomalies have five times the mean and the same variance. */
    @Test
    void a_clustered_anomaly_has_five_times_the_mean_of_its_component() {
        Mixture mixture = new Mixture(new double[] {1}, new double[][] {{2}}, new double[][][] {{{2}}});
        Random random = new Random(1);

        double[] draws = IntStream.range(0, 100_000)
                .mapToDouble(i -> mixture.draw(SyntheticRows.MEAN_FACTOR, 1, random)[0])
                .toArray();

        assertThat(mean(draws)).isCloseTo(10, within(0.1));
        assertThat(variance(draws)).isCloseTo(4, within(0.1));
    }

    @Test
    void components_are_drawn_by_their_weights() {
        Mixture mixture =
                new Mixture(new double[] {0.25, 1}, new double[][] {{0}, {1}}, new double[][][] {{{0}}, {{0}}});
        Random random = new Random(1);

        double share = IntStream.range(0, 100_000)
                .mapToDouble(i -> mixture.draw(1, 1, random)[0])
                .average()
                .orElseThrow();

        assertThat(share).isCloseTo(0.75, within(0.01));
    }

    @Test
    void global_anomalies_fill_the_box_of_the_normal_rows_widened_by_a_tenth() {
        Dataset data = synthetic(20_000).features(2).anomalies(0.5).global().load();

        for (String name : List.of("x0", "x1")) {
            double[] normal = column(data, name, false);
            double[] anomalous = column(data, name, true);
            double low = 1.1 * Arrays.stream(normal).min().orElseThrow();
            double high = 1.1 * Arrays.stream(normal).max().orElseThrow();
            assertThat(Arrays.stream(anomalous)).allMatch(value -> value >= low && value <= high);
            // A uniform variable has the mean of its ends, and a twelfth of the squared length as variance.
            assertThat(mean(anomalous)).isCloseTo((low + high) / 2, within((high - low) * 0.02));
            assertThat(variance(anomalous))
                    .isCloseTo((high - low) * (high - low) / 12, within((high - low) * (high - low) * 0.005));
        }
    }

    @Test
    void dependency_anomalies_keep_each_distribution_and_lose_the_correlation() {
        Dataset data = synthetic(40_000).features(2).anomalies(0.5).dependency().load();

        assertThat(Math.abs(correlation(data, false))).isGreaterThan(0.5);
        assertThat(correlation(data, true)).isCloseTo(0, within(0.03));
        for (boolean anomaly : new boolean[] {false, true}) {
            double[] values = column(data, "x0", anomaly);
            assertThat(mean(values)).isCloseTo(0, within(0.05));
            assertThat(variance(values)).isCloseTo(1, within(0.05));
        }
    }

    @Test
    void reads_like_the_sentence_and_describes_all_that_decides_the_numbers() {
        Synthetic source =
                synthetic(1000).features(4).anomalies(0.1).dependency().seed(7);

        assertThat(source).hasToString("synthetic(1000).features(4).anomalies(0.1).dependency().seed(7)");
        assertThat(source.describe())
                .containsEntry("rows", 1000)
                .containsEntry("features", 4)
                .containsEntry("anomalies", 0.1)
                .containsEntry("kind", "dependency")
                .containsEntry("seed", 7L)
                .containsKeys("name", "split", "preparation");
    }

    @Test
    void what_cannot_be_generated_is_refused() {
        assertThatThrownBy(() -> synthetic(1))
                .isInstanceOf(DataException.class)
                .hasMessage("synthetic(1): there is at least one normal row and one anomaly, such as synthetic(1000)");
        assertThatThrownBy(() -> synthetic(10).features(0))
                .hasMessage("features(0): there is at least one feature, such as features(8)");
        assertThatThrownBy(() -> synthetic(10).anomalies(5))
                .hasMessage("anomalies(5.0): the share of anomalies is between 0 and 1, both excluded, such as"
                        + " anomalies(0.05)");
        assertThatThrownBy(() -> synthetic(10).features(1).dependency().load())
                .hasMessage(
                        "dependency() with features(1): one feature depends on no other; take features(2) or more, or"
                                + " another kind of anomaly");
    }

    private static double[] column(Dataset data, String name) {
        return data.table().doubleColumn(name).asDoubleArray();
    }

    private static double[] column(Dataset data, String name, boolean anomaly) {
        return IntStream.range(0, data.rows())
                .filter(row -> data.labels()[row] == anomaly)
                .mapToDouble(data.table().doubleColumn(name)::getDouble)
                .toArray();
    }

    private static double correlation(Dataset data, boolean anomaly) {
        double[] x = column(data, "x0", anomaly);
        double[] y = column(data, "x1", anomaly);
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / x.length / Math.sqrt(variance(x) * variance(y));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .average()
                .orElseThrow();
    }
}
