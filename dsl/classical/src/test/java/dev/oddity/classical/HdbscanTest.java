package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.clustering.hdbscan.HdbscanModel;

class HdbscanTest {

    private static final Score MODEL_SCORE = new Score.ModelScore();
    private static final Features TRAIN = Fixture.read("train.csv").features();

    /** Four at distance 1 from each other, and one that is 7 from the last. */
    private final Features line = Features.of(new float[] {0, 1, 2, 3, 10}, 1);

    @Test
    void training_rows_have_the_outlier_scores_of_tribuo() {
        HdbscanModel tribuo = new Hdbscan().train(TRAIN, 5);

        double[] scores = new Hdbscan().fit(TRAIN, FitContext.of(42)).trainingScores(TRAIN, MODEL_SCORE);

        assertThat(scores)
                .containsExactly(tribuo.getOutlierScores().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    @Test
    void an_outlier_scores_one_less_the_least_threshold_of_its_cluster_by_its_own() {
        TrainedModel model = new Hdbscan().minClusterSize(2).fit(line, FitContext.of(42));

        // The four dissolve together at 1; the last row left them at 7.
        assertThat(model.trainingScores(line, MODEL_SCORE))
                .containsExactly(new double[] {0, 0, 0, 0, 1 - 1 / 7.0}, within(1e-12));
    }

    @Test
    void a_new_row_joins_where_it_touches_the_hierarchy() {
        TrainedModel model = new Hdbscan().minClusterSize(2).fit(line, FitContext.of(42));

        // Half-way between two rows nothing is denser; 2 and 90 beyond the ends these are the distances to them.
        double[] scores = model.score(Features.of(new float[] {1.5f, -2, 100}, 1), MODEL_SCORE);

        assertThat(scores).containsExactly(new double[] {0, 1 - 1 / 2.0, 1 - 1 / 90.0}, within(1e-12));
    }

    @Test
    void rows_of_one_cluster_left_it_at_levels_that_agree_with_tribuos_scores() {
        ModelState state = new Hdbscan().fit(TRAIN, FitContext.of(42)).state();
        double[] glosh = state.tensor("glosh").doubles();
        double[] levels = state.tensor("noiseLevels").doubles();

        // ε(x) (1 − GLOSH(x)) is the least threshold of the row's last cluster: one number for each cluster.
        long clusters = IntStream.range(0, levels.length)
                .mapToLong(row -> Math.round(levels[row] * (1 - glosh[row]) * 1e9))
                .distinct()
                .count();

        assertThat(Arrays.stream(levels).distinct().count()).isGreaterThan(50);
        assertThat(clusters).isLessThan(10);
    }

    @Test
    void the_state_keeps_tribuos_provenance() {
        Object provenance =
                new Hdbscan().fit(TRAIN, FitContext.of(42)).state().facts().get("provenance");

        assertThat(provenance.toString())
                .contains("org.tribuo.clustering.hdbscan.HdbscanTrainer")
                .contains("minClusterSize = 5")
                .contains("num-examples = 150")
                .contains("tribuo-version = 4.3.2");
    }
}
