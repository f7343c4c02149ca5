package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.datasets.Features;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parallel streams run in the pool that starts them: one worker against four. */
class ThreadsTest {

    /** Enough rows for several parts of every sum, and for the subsets of MCD. */
    private static final Features ROWS = rows(6_000, 9);

    static Stream<Detector> detectors() {
        return Stream.of(
                new Pca(),
                new Mahalanobis(),
                new Mcd(),
                new GaussianMixture(),
                new GaussianMixture().covariance("diagonal"),
                new Cblof(),
                new Lof().maxRows(2_000),
                new Iqr(),
                new Ecod(),
                new Copod(),
                new Hbos(),
                new Hbos().bins(0),
                new Loda(),
                new Kde().maxRows(600),
                new IsolationForest());
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void scores_are_the_same_to_the_bit_on_one_thread_and_on_four(Detector detector) {
        assertThat(scores(detector, 4)).containsExactly(scores(detector, 1));
    }

    private static double[] scores(Detector detector, int threads) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> detector.fit(ROWS, FitContext.of(42)).score(ROWS, new Score.ModelScore()))
                    .join();
        } finally {
            pool.shutdown();
        }
    }

    private static Features rows(int count, int columns) {
        Random random = new Random(3);
        float[] values = new float[count * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() + 4 * (i / columns % 3));
        }
        return Features.of(values, columns);
    }
}
