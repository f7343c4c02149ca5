package dev.oddity.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Thresholds that lie a multiple of a spread above the bulk of the training scores, or far in its fitted tail. */
class SpreadThresholdsTest {

    /** Mean 5, standard deviation 2 (with n in the denominator), median 4.5; numpy's quartiles 4 and 5.5. */
    private static final double[] EIGHT = {2, 4, 4, 4, 5, 5, 7, 9};

    @Test
    void mean_plus_sd_takes_the_deviation_of_all_scores_as_numpy_does() {
        assertThat(fit(Thresholds.meanPlusSd(1), EIGHT)).isEqualTo(new Threshold.Cut(7, "training scores"));
        assertThat(fit(Thresholds.meanPlusSd(), EIGHT).value()).isEqualTo(11);
    }

    @Test
    void mad_is_unmoved_by_a_far_score() {
        double[] far = {1, 2, 3, 4, 1e9};

        assertThat(fit(Thresholds.mad(), far).value()).isCloseTo(3 + 3 * 1.4826, within(1e-12));
        assertThat(fit(Thresholds.mad(2), far)).isEqualTo(new Threshold.Cut(3 + 2 * 1.4826, "training scores"));
    }

    @Test
    void mad_of_scores_that_are_mostly_equal_takes_their_mean_deviation() {
        double[] mostlyEqual = {1, 1, 1, 1, 6};

        assertThat(fit(Thresholds.mad(1), mostlyEqual).value()).isCloseTo(1 + Math.sqrt(Math.PI / 2), within(1e-6));
    }

    @Test
    void the_iqr_rule_is_the_upper_fence_of_a_box_plot() {
        assertThat(fit(Thresholds.iqrRule(), EIGHT)).isEqualTo(new Threshold.Cut(5.5 + 1.5 * 1.5, "training scores"));
        assertThat(fit(Thresholds.iqrRule(0), EIGHT).value()).isEqualTo(5.5);
    }

    @Test
    void of_normal_scores_each_leaves_the_share_that_the_normal_distribution_does() {
        Random random = new Random(3);
        double[] normal =
                DoubleStream.generate(random::nextGaussian).limit(200_000).toArray();

        assertThat(share(normal, Thresholds.meanPlusSd())).isCloseTo(.00135, within(.0003));
        assertThat(share(normal, Thresholds.mad())).isCloseTo(.00135, within(.0003));
        assertThat(share(normal, Thresholds.iqrRule())).isCloseTo(.0035, within(.0005));
    }

    @Test
    void peaks_over_threshold_reaches_beyond_the_training_scores_to_the_true_quantile() {
        Random random = new Random(5);
        double[] exponential = DoubleStream.generate(() -> -Math.log(1 - random.nextDouble()))
                .limit(100_000)
                .toArray();

        Threshold.Cut cut = fit(Thresholds.peaksOverThreshold(1e-6), exponential);

        assertThat(cut.basis()).isEqualTo("training scores");
        assertThat(cut.value()).isCloseTo(-Math.log(1e-6), within(1.5));
        assertThat(cut.value()).isGreaterThan(Arrays.stream(exponential).max().orElseThrow());
    }

    @Test
    void peaks_over_threshold_finds_the_true_quantile_of_a_heavy_tail() {
        Random random = new Random(6);
        double[] heavy = DoubleStream.generate(() -> Math.pow(1 - random.nextDouble(), -.5))
                .limit(200_000)
                .toArray();

        double cut = fit(Thresholds.peaksOverThreshold(1e-3, .95), heavy).value();

        assertThat(cut / Math.sqrt(1000)).isCloseTo(1, within(.1));
    }

    @Test
    void peaks_over_threshold_refuses_a_training_part_too_small_for_a_tail_before_it_is_scored() {
        String message =
                "peaksOverThreshold(1.0E-4): 3 of 150 training scores lie above their 0.98 quantile; it needs at"
                        + " least 10 to fit a tail to: lower the level, as in peaksOverThreshold(1.0E-4, 0.9), or use"
                        + " .threshold(quantile(0.99))";

        assertThatThrownBy(() -> Thresholds.peaksOverThreshold().check(150, new boolean[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> fit(
                        Thresholds.peaksOverThreshold(),
                        DoubleStream.iterate(0, i -> i + 1).limit(150).toArray()))
                .hasMessage(message);
        Thresholds.peaksOverThreshold().check(501, new boolean[0]);
    }

    @Test
    void parameters_outside_their_range_are_refused() {
        assertThatThrownBy(() -> Thresholds.meanPlusSd(-1))
                .hasMessage("meanPlusSd(-1.0): k must be at least 0 and finite, such as meanPlusSd(3)");
        assertThatThrownBy(() -> Thresholds.mad(Double.NaN))
                .hasMessage("mad(NaN): k must be at least 0 and finite, such as mad(3)");
        assertThatThrownBy(() -> Thresholds.iqrRule(Double.POSITIVE_INFINITY))
                .hasMessage("iqrRule(Infinity): k must be at least 0 and finite, such as iqrRule(1.5)");
        assertThatThrownBy(() -> Thresholds.peaksOverThreshold(.05))
                .hasMessage("peaksOverThreshold(0.05): q must be greater than 0 and below 1 - level, 0.02, the share of"
                        + " scores that the tail is fitted to; for one false alarm in 10,000 rows write"
                        + " peaksOverThreshold(1e-4)");
        assertThatThrownBy(() -> Thresholds.peaksOverThreshold(1e-4, 98))
                .hasMessage(
                        "peaksOverThreshold(1.0E-4, 98.0): level must be greater than 0 and below 1; for the highest"
                                + " 2 % of the scores leave it out");
    }

    @Test
    void they_are_values_that_read_like_the_sentence() {
        assertThat(Thresholds.meanPlusSd()).hasToString("meanPlusSd(3.0)").isEqualTo(Thresholds.meanPlusSd(3));
        assertThat(Thresholds.mad()).hasToString("mad(3.0)").isEqualTo(Thresholds.mad(3));
        assertThat(Thresholds.iqrRule()).hasToString("iqrRule(1.5)").isEqualTo(Thresholds.iqrRule(1.5));
        assertThat(Thresholds.peaksOverThreshold())
                .hasToString("peaksOverThreshold(1.0E-4)")
                .isEqualTo(Thresholds.peaksOverThreshold(1e-4, .98));
        assertThat(Thresholds.peaksOverThreshold(1e-3, .9)).hasToString("peaksOverThreshold(0.001, 0.9)");
        assertThat(Thresholds.peaksOverThreshold(1e-3, .9).describe()).isEqualTo(Map.of("q", 1e-3, "level", .9));
        assertThat(Thresholds.mad(2).describe()).isEqualTo(Map.of("k", 2.0));
    }

    private static double share(double[] scores, Threshold threshold) {
        double cut = fit(threshold, scores).value();
        return Arrays.stream(scores).filter(score -> score > cut).count() / (double) scores.length;
    }

    private static Threshold.Cut fit(Threshold threshold, double[] train) {
        return threshold.fit(new CalibrationScores(train, new double[] {100, 200}, new boolean[] {false, true}));
    }
}
