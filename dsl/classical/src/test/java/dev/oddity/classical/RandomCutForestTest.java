package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomCutForestTest {

    private static final Score MODEL_SCORE = new Score.ModelScore();
    private static final Features TRAIN = Fixture.read("train.csv").features();
    private static final Features TEST = Fixture.read("test.csv").features();

    @Test
    void scores_are_those_of_amazons_forest_shown_the_same_rows() {
        TrainedModel model = new RandomCutForest().trees(30).sample(64).fit(TRAIN, FitContext.of(42));
        var amazons = com.amazon.randomcutforest.RandomCutForest.builder()
                .dimensions(TRAIN.columns())
                .numberOfTrees(30)
                .sampleSize(64)
                .outputAfter(1)
                .timeDecay(0)
                .randomSeed(Long.parseLong((String) model.state().facts().get("seed")))
                .build();
        IntStream.range(0, TRAIN.rows())
                .forEach(row -> amazons.update(TRAIN.slice(row, row + 1).values()));

        double[] scores = model.score(TEST, MODEL_SCORE);

        assertThat(scores)
                .containsExactly(IntStream.range(0, TEST.rows())
                        .mapToDouble(row ->
                                amazons.getAnomalyScore(TEST.slice(row, row + 1).values()))
                        .toArray());
    }

    @Test
    void contributions_add_up_to_the_score() {
        TrainedModel model = new RandomCutForest().fit(TRAIN, FitContext.of(42));

        double[] scores = model.score(TEST, MODEL_SCORE);
        double[] shares = model.contributions(TEST, MODEL_SCORE).orElseThrow();

        for (int row = 0; row < scores.length; row++) {
            assertThat(Arrays.stream(shares, row * TEST.columns(), (row + 1) * TEST.columns())
                            .sum())
                    .isEqualTo(scores[row], within(1e-6));
        }
    }

    @Test
    void a_training_row_scores_like_a_row_that_no_tree_holds() {
        Random random = new Random(3);
        float[] values = new float[4_000];
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) random.nextGaussian());
        Features all = Features.of(values, 4);
        Features train = all.slice(0, 500);
        TrainedModel model = new RandomCutForest().fit(train, FitContext.of(42));

        double unseen = mean(model.score(all.slice(500, 1_000), MODEL_SCORE));

        assertThat(mean(model.trainingScores(train, MODEL_SCORE))).isEqualTo(unseen, within(.03 * unseen));
        assertThat(mean(model.score(train, MODEL_SCORE))).isLessThan(.95 * unseen);
    }

    @Test
    void the_number_of_threads_changes_nothing() throws Exception {
        double[][] scores = new double[2][];
        for (int i = 0; i < 2; i++) {
            ForkJoinPool pool = new ForkJoinPool(1 + 3 * i);
            try {
                scores[i] = pool.submit(() -> new RandomCutForest()
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
    void no_more_rows_are_kept_than_the_trees_can_hold() {
        TrainedModel model = new RandomCutForest().trees(4).sample(8).fit(TRAIN, FitContext.of(42));

        assertThat(model.state().tensor("rows").shape()).containsExactly(32, TRAIN.columns());
    }

    private static double mean(double[] scores) {
        return Arrays.stream(scores).average().orElseThrow();
    }
}
