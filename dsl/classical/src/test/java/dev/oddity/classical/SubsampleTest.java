package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Progress;
import dev.oddity.datasets.Features;
import dev.oddity.reproducibility.SeedStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SubsampleTest {

    private static final Features NUMBERED = numbered(2_000);

    @Test
    void a_detector_says_that_it_was_fitted_on_a_part() {
        assertThat(warnings(new OneClassSvm().maxRows(1_000)))
                .containsExactly("oneClassSvm() was fitted on a random 1,000 of 2,000 rows, since its cost grows with"
                        + " their square; .maxRows(..) changes that");
        assertThat(warnings(new Knn().maxRows(1_500)))
                .containsExactly("knn() was fitted on a random 1,500 of 2,000 rows, since scoring a row costs a"
                        + " distance to every one of them; .maxRows(..) changes that");
        assertThat(warnings(new Lof().maxRows(1_000)))
                .containsExactly(
                        "lof() was fitted on a random 1,000 of 2,000 rows, since its cost grows with their square;"
                                + " .maxRows(..) changes that");
        assertThat(warnings(new LinearOneClass().landmarks(8).maxRows(100)))
                .containsExactly("linearOneClass() was fitted on a random 100 of 2,000 rows, since LibLinear holds an"
                        + " object for every number; .maxRows(..) changes that");
    }

    @Test
    void nothing_is_said_when_all_rows_are_taken() {
        assertThat(warnings(new Knn().maxRows(2_000))).isEmpty();
    }

    @Test
    void rows_are_drawn_once_each_and_keep_their_order() {
        float[] drawn = Subsample.draw(NUMBERED, 500, new Random(1)).values();

        assertThat(drawn).hasSize(500).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void every_row_is_as_likely_as_any_other() {
        int[] drawn = new int[20];
        Random random = new Random(1);
        for (int draw = 0; draw < 10_000; draw++) {
            for (float row : Subsample.draw(numbered(20), 5, random).values()) {
                drawn[(int) row]++;
            }
        }

        // Each is drawn 2,500 times on average, with a standard deviation of 43.
        assertThat(Arrays.stream(drawn)).allMatch(times -> times > 2_300 && times < 2_700);
    }

    @Test
    void another_seed_draws_other_rows() {
        Detector detector = new Knn().maxRows(100);

        assertThat(kept(detector, 1)).isEqualTo(kept(detector, 1)).isNotEqualTo(kept(detector, 2));
    }

    private static float[] kept(Detector detector, long seed) {
        return detector.fit(NUMBERED, FitContext.of(seed))
                .state()
                .tensor("rows")
                .floats();
    }

    private static List<String> warnings(Detector detector) {
        List<String> warnings = new ArrayList<>();
        detector.fit(NUMBERED, new FitContext(new SeedStream(42), Progress.NONE, warnings::add));
        return warnings;
    }

    private static Features numbered(int rows) {
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = row;
        }
        return Features.of(values, 1);
    }
}
