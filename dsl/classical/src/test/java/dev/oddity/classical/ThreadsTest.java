package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parallel streams run in the pool that they are started from. */
class ThreadsTest {

    private static final Features ROWS = rows();

    static List<Detector> detectors() {
        return List.of(
                new Iqr(), new Ecod(), new Copod(), new Hbos(), new Hbos().bins(0), new Loda(), new Kde().maxRows(600));
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void as_many_threads_as_there_are_give_the_same_scores(Detector detector) {
        double[] alone = scoresBy(1, detector);

        assertThat(scoresBy(4, detector)).containsExactly(alone);
    }

    private static double[] scoresBy(int threads, Detector detector) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            ForkJoinTask<double[]> scores = pool.submit(() -> {
                TrainedModel model = detector.fit(ROWS, FitContext.of(42));
                return model.score(ROWS, new Score.ModelScore());
            });
            return scores.join();
        } finally {
            pool.shutdown();
        }
    }

    private static Features rows() {
        Random random = new Random(11);
        float[] values = new float[2_000 * 12];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Features.of(values, 12);
    }
}
