package dev.oddity.classical.bench;

import dev.oddity.classical.Copod;
import dev.oddity.classical.Ecod;
import dev.oddity.classical.Hbos;
import dev.oddity.classical.Iqr;
import dev.oddity.classical.Loda;
import dev.oddity.classical.ModifiedZScore;
import dev.oddity.classical.ZScore;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fits and scores five million rows of 40 normal numbers, all different (800 MB), with the detectors of linear time, and
 * prints seconds, the heap's peak and the size of what was learnt. Run with {@code -Xmx8g}, or less.
 */
final class FiveMillionRows {

    private static final int ROWS = 5_000_000;
    private static final int COLUMNS = 40;

    private FiveMillionRows() {}

    public static void main(String[] arguments) {
        float[] values = new float[ROWS * COLUMNS];
        IntStream.range(0, COLUMNS).parallel().forEach(column -> {
            SplittableRandom random = new SplittableRandom(column);
            for (int at = column; at < values.length; at += COLUMNS) {
                values[at] = (float) (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
            }
        });
        Features rows = Features.of(values, COLUMNS);
        for (Detector detector : List.of(
                new Ecod(),
                new Copod(),
                new Hbos(),
                new Hbos().bins(0),
                new Loda(),
                new Iqr(),
                new ZScore(),
                new ModifiedZScore())) {
            heap().forEach(MemoryPoolMXBean::resetPeakUsage);
            long start = System.nanoTime();
            try (TrainedModel model = detector.fit(rows, FitContext.of(42))) {
                double fitted = (System.nanoTime() - start) / 1e9;
                start = System.nanoTime();
                double[] scores = model.score(rows, new Score.ModelScore());
                System.out.printf(
                        Locale.ROOT,
                        "%s: fit %.1f s, score %.1f s; peak %,d MB of %,d MB; state %,d numbers; first score %.4f%n",
                        detector,
                        fitted,
                        (System.nanoTime() - start) / 1e9,
                        heap().stream()
                                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                        .sum()
                                >> 20,
                        Runtime.getRuntime().maxMemory() >> 20,
                        model.state().tensors().values().stream()
                                .mapToLong(tensor -> IntStream.of(tensor.shape())
                                        .asLongStream()
                                        .reduce(1, Math::multiplyExact))
                                .sum(),
                        scores[0]);
            }
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
