package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paper's formulas, and scikit-learn 1.2.1's scores on real rows over 40 seeds; see {@code forests.py}. */
class IsolationForestTest {

    private static final Score MODEL_SCORE = new Score.ModelScore();
    private static final double GAMMA = .5772156649015329;
    private static final int SEEDS = 40;

    private static final Features TRAIN = Fixture.read("train.csv").features();
    private static final Features TEST = Fixture.read("test.csv").features();

    @Test
    void the_expected_depth_is_that_of_an_unsuccessful_search_in_a_binary_tree() {
        assertThat(IsolationTree.expectedDepth(1)).isZero();
        assertThat(IsolationTree.expectedDepth(2)).isEqualTo(1);
        assertThat(IsolationTree.expectedDepth(5)).isEqualTo(2 * (Math.log(4) + GAMMA) - 8 / 5.0);
        assertThat(IsolationTree.expectedDepth(999)).isEqualTo(2 * (Math.log(998) + GAMMA) - 2 * 998 / 999.0);
    }

    @Test
    void a_score_is_two_to_the_negative_depth_by_the_expected_one() {
        // One tree of 4 rows: 3 with at most 1 in column 1 of 2, and a last one.
        ModelState state = new ModelState(
                Map.of(
                        "column", Tensor.of(new double[] {1, -1, -1}),
                        "cut", Tensor.of(new float[] {1, 0, 0}),
                        "child", Tensor.of(new double[] {1, 0, 0}),
                        "rows", Tensor.of(new double[] {4, 3, 1}),
                        "roots", Tensor.of(new double[] {0}),
                        "columns", Tensor.of(new double[] {2})),
                Map.of());
        Features rows = Features.of(new float[][] {{9, 1}, {-9, 1.5f}});

        TrainedModel model = new IsolationForest().restore(state);

        double three = 2 * (Math.log(2) + GAMMA) - 4 / 3.0;
        double four = 2 * (Math.log(3) + GAMMA) - 6 / 4.0;
        assertThat(model.score(rows, MODEL_SCORE))
                .containsExactly(
                        new double[] {Math.pow(2, -(1 + three) / four), Math.pow(2, -1 / four)}, within(1e-15));
        assertThat(model.contributions(rows, MODEL_SCORE).orElseThrow())
                .containsExactly(new double[] {0, four - 1 - three, 0, four - 1}, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"150, 256, 0.94782, 0.95", "64, 64, 0.94818, 0.95", "8, 8, 0.93875, 0.9"})
    void scores_over_many_seeds_are_those_of_scikit_learn(int drawn, int sample, double meanAuc, double correlation) {
        double[][] runs = LongStream.range(0, SEEDS)
                .mapToObj(seed -> new IsolationForest()
                        .sample(sample)
                        .fit(TRAIN, FitContext.of(seed))
                        .score(TEST, MODEL_SCORE))
                .toArray(double[][]::new);

        double[] expected = Fixture.read("forests.csv").column("mean_" + drawn);
        double[] deviation = Fixture.read("forests.csv").column("sd_" + drawn);
        for (int row = 0; row < expected.length; row++) {
            int at = row;
            double mean =
                    Arrays.stream(runs).mapToDouble(run -> run[at]).average().orElseThrow();
            // Of two means over 40 seeds the difference deviates by 0.22 of a run's; of 100 rows one may be 4.5 of that
            // off.
            assertThat(mean).as("row %s", row).isEqualTo(expected[row], within(deviation[row]));
        }
        assertThat(Arrays.stream(runs).mapToDouble(IsolationForestTest::rocAuc).average())
                .hasValueCloseTo(meanAuc, within(.005));
        for (double[] run : runs) {
            assertThat(new SpearmansCorrelation().correlation(run, expected)).isGreaterThan(correlation);
        }
    }

    @Test
    void contributions_add_up_to_what_the_score_is_made_of() {
        TrainedModel model = new IsolationForest().fit(TRAIN, FitContext.of(42));

        double[] scores = model.score(TEST, MODEL_SCORE);
        double[] shares = model.contributions(TEST, MODEL_SCORE).orElseThrow();

        double usual = IsolationTree.expectedDepth(150);
        for (int row = 0; row < scores.length; row++) {
            double sum = Arrays.stream(shares, row * TEST.columns(), (row + 1) * TEST.columns())
                    .sum();
            assertThat(Math.pow(2, sum / usual - 1)).isEqualTo(scores[row], within(1e-12));
        }
    }

    @Test
    void the_number_of_threads_changes_nothing() throws Exception {
        double[][] scores = new double[2][];
        for (int i = 0; i < 2; i++) {
            ForkJoinPool pool = new ForkJoinPool(1 + 3 * i);
            try {
                scores[i] = pool.submit(() -> new IsolationForest()
                                .sample(32)
                                .fit(TRAIN, FitContext.of(42))
                                .score(TEST, MODEL_SCORE))
                        .get();
            } finally {
                pool.shutdown();
            }
        }

        assertThat(scores[0]).containsExactly(scores[1]);
    }

    @Test
    void a_tree_parts_its_rows_down_to_the_paper_s_limit() {
        IsolationTree tree = IsolationTree.grow(TRAIN.slice(0, 100), new Random(1));

        int[] depth = new int[tree.rows().length];
        for (int node = 0; node < depth.length; node++) {
            if (tree.column()[node] >= 0) {
                int child = tree.child()[node];
                assertThat(tree.rows()[child]).isPositive();
                assertThat(tree.rows()[child] + tree.rows()[child + 1]).isEqualTo(tree.rows()[node]);
                depth[child] = depth[node] + 1;
                depth[child + 1] = depth[node] + 1;
            } else {
                // 2^7 is the first power of two that holds 100 rows.
                assertThat(tree.rows()[node] == 1 || depth[node] == 7).isTrue();
            }
        }
        assertThat(Arrays.stream(depth).max()).hasValue(7);
    }

    @Test
    void a_column_that_does_not_vary_is_never_cut() {
        Features rows = Features.of(new float[300], 3);
        IntStream.range(0, 100).forEach(row -> rows.values()[row * 3 + 1] = row);

        IsolationTree tree = IsolationTree.grow(rows, new Random(1));

        assertThat(Arrays.stream(tree.column()).distinct()).containsExactlyInAnyOrder(1, -1);
    }

    @Test
    void where_all_training_rows_are_equal_every_score_is_a_half() {
        Features equal = Features.of(new float[] {1, 2, 1, 2, 1, 2}, 2);

        TrainedModel model = new IsolationForest().fit(equal, FitContext.of(42));

        assertThat(model.score(Features.of(new float[] {1, 2, 50, -3}, 2), MODEL_SCORE))
                .containsExactly(new double[] {.5, .5}, within(1e-12));
    }

    private static double rocAuc(double[] scores) {
        boolean[] anomalous = new boolean[scores.length];
        Arrays.fill(anomalous, 60, anomalous.length, true);
        return Metrics.rocAuc().of(new Predictions(scores, anomalous, 0));
    }
}
