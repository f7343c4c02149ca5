package dev.oddity.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.Predictions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void the_interval_of_many_values_is_that_of_the_normal_approximation() {
        Random random = new Random(1);
        double[] values = new double[400];
        Arrays.setAll(values, i -> random.nextGaussian());
        double mean = Arrays.stream(values).average().orElseThrow();
        double sd = Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 399);

        Interval interval = Bootstrap.ofMean(values, "seeds");

        assertThat(interval.low()).isCloseTo(mean - 1.96 * sd / 20, within(.01));
        assertThat(interval.high()).isCloseTo(mean + 1.96 * sd / 20, within(.01));
        assertThat(interval.basis()).isEqualTo("10,000 resamples of 400 seeds");
    }

    @Test
    void of_few_values_it_is_nearly_their_range_and_never_wider() {
        Interval two = Bootstrap.ofMean(new double[] {1, 2}, "seeds");
        Interval five = Bootstrap.ofMean(new double[] {1, 2, 3, 4, 5}, "seeds");

        assertThat(two).isEqualTo(new Interval(1, 2, "10,000 resamples of 2 seeds"));
        assertThat(five.low()).isBetween(1.0, 1.4);
        assertThat(five.high()).isBetween(4.6, 5.0);
    }

    @Test
    void it_covers_the_true_mean_about_as_often_as_it_says() {
        Random random = new Random(2);
        int covered = 0;
        for (int experiment = 0; experiment < 300; experiment++) {
            double[] values = new double[8];
            Arrays.setAll(values, i -> random.nextGaussian());
            covered += Bootstrap.ofMean(values, "seeds").contains(0) ? 1 : 0;
        }

        assertThat(covered / 300.0).isBetween(.9, .985);
    }

    /** Hanley and McNeil (Radiology 143, 1982) give the standard error of an area in closed form for normal scores. */
    @Test
    void over_test_rows_it_is_as_wide_as_the_standard_error_of_the_area() {
        Predictions predictions = drawn(3, 500, 100, 1.5);
        double area = Metrics.rocAuc().of(predictions);
        double q1 = area / (2 - area);
        double q2 = 2 * area * area / (1 + area);
        double error =
                Math.sqrt((area * (1 - area) + 99 * (q1 - area * area) + 499 * (q2 - area * area)) / (100.0 * 500.0));

        Interval interval = Bootstrap.ofRows(Metrics.rocAuc(), predictions);

        assertThat(interval.contains(area)).isTrue();
        assertThat((interval.high() - interval.low()) / (2 * 1.96 * error)).isBetween(.8, 1.2);
        assertThat(interval.basis()).isEqualTo("1,000 resamples of 600 test rows");
        assertThat(Bootstrap.ofRows(Metrics.rocAuc(), predictions)).isEqualTo(interval);
    }

    @Test
    void a_model_does_not_differ_from_itself_and_a_better_one_does() {
        Predictions good = drawn(4, 500, 100, 3);
        Predictions poor = drawn(5, 500, 100, .5);

        Interval same = Bootstrap.ofRowDifference(Metrics.rocAuc(), good, good);
        Interval better = Bootstrap.ofRowDifference(Metrics.rocAuc(), good, poor);

        assertThat(same.low()).isZero();
        assertThat(same.high()).isZero();
        assertThat(better.low()).isPositive();
    }

    @Test
    void different_rows_cannot_be_paired() {
        assertThatThrownBy(
                        () -> Bootstrap.ofRowDifference(Metrics.rocAuc(), drawn(4, 500, 100, 3), drawn(4, 500, 50, 3)))
                .hasMessage(
                        "the two models were judged on different test rows: compare them within one sentence, or with"
                                + " the same data, split and seed");
    }

    private static Predictions drawn(long seed, int normals, int anomalies, double shift) {
        Random random = new Random(seed);
        double[] scores = new double[normals + anomalies];
        boolean[] labels = new boolean[scores.length];
        for (int row = 0; row < scores.length; row++) {
            labels[row] = row >= normals;
            scores[row] = random.nextGaussian() + (labels[row] ? shift : 0);
        }
        return new Predictions(scores, labels, 1);
    }
}
