package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against PyOD 3.6.5 from its own clusters ({@code pyod_cblof.py}), and where it can be told by looking. */
class CblofTest {

    private static final Score MODEL_SCORE = new Score.ModelScore();

    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of(new Cblof(), "cblof"),
                Arguments.of(new Cblof().weighted(true), "cblof_weighted"),
                Arguments.of(new Cblof().alpha(.5), "cblof_alpha_0.5"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void from_the_same_clusters_scores_are_those_of_pyod(Cblof cblof, String reference) {
        double[][] clusters = Fixture.read("cblof_centres.csv").rows();
        double[] centres = Arrays.stream(clusters)
                .flatMapToDouble(cluster -> Arrays.stream(cluster, 0, 10))
                .toArray();
        double[] sizes =
                Arrays.stream(clusters).mapToDouble(cluster -> cluster[10]).toArray();

        double[] scores = cblof.restore(new ModelState(
                        Map.of("centres", Tensor.of(centres, 8, 10), "sizes", Tensor.of(sizes)), Map.of()))
                .score(Fixture.read("test.csv").features(), MODEL_SCORE);

        assertThat(scores).containsExactly(Fixture.read("cblof_scores.csv").column(reference), within(1e-8));
    }

    @Test
    void a_row_of_a_small_cluster_is_as_far_as_the_nearest_large_one() {
        float[] line = new float[105];
        Arrays.fill(line, 0, 50, 0);
        Arrays.fill(line, 50, 100, 10);
        Arrays.fill(line, 100, 105, 17);

        double[] scores = new Cblof()
                .k(3)
                .fit(Features.of(line, 1), FitContext.of(42))
                .score(Features.of(new float[] {0, 10, 17, 11, 100}, 1), MODEL_SCORE);

        assertThat(scores).containsExactly(0, 0, 7, 1, 90);
    }

    @Test
    void the_boundary_follows_alpha_and_beta() {
        assertThat(new Cblof().large(new double[] {5, 60, 35})).containsExactly(1, 2);
        assertThat(new Cblof().alpha(.7).large(new double[] {30, 50, 20}))
                .as("none drops: alpha")
                .containsExactly(1, 0);
        assertThat(new Cblof().large(new double[] {30, 40, 30})).as("neither").containsExactly(1, 0, 2);
        assertThat(new Cblof().alpha(.99).large(new double[] {48, 2, 48, 2}))
                .as("all but one do not hold enough: beta")
                .containsExactly(0, 2);
        assertThat(new Cblof().large(new double[] {100})).as("one cluster").containsExactly(0);
    }
}
