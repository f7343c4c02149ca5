package dev.oddity.deep.bench;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Progress;
import dev.oddity.datasets.Features;
import dev.oddity.deep.Autoencoder;
import dev.oddity.reproducibility.SeedStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a training step of 30-64-32-64-30 costs: batch norm, dropout 0.2, Adam, batches of 32, one thread. Prints the
 * median over epochs, by the clock and in processor time (the fairer one on a busy machine), and the ratio to the same network in PyTorch if {@code python3} with {@code torch} is there.
 *
 * <p>Run it from {@code dsl/deep}: {@code java -cp … dev.oddity.deep.bench.TrainingStep}.
 */
final class TrainingStep {

    private static final int COLUMNS = 30;
    private static final int BATCH = 32;
    private static final int STEPS = 500;
    private static final int EPOCHS = 15;

    private TrainingStep() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        double[] ours = measure();
        System.out.printf(Locale.ROOT, "Oddity   %.3f ms a step, %.3f ms of processor time%n", ours[0], ours[1]);
        Path script = Path.of("src/test/java/dev/oddity/deep/bench/training_step.py");
        Process python = new ProcessBuilder("python3", script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(python.getInputStream().readAllBytes()).strip();
        if (python.waitFor() != 0) {
            System.out.println("PyTorch  not compared: python3 with torch is not here");
            return;
        }
        String[] theirs = printed.split(" ");
        double clock = Double.parseDouble(theirs[0]);
        double processor = Double.parseDouble(theirs[1]);
        System.out.printf(Locale.ROOT, "PyTorch  %.3f ms a step, %.3f ms of processor time%n", clock, processor);
        System.out.printf(Locale.ROOT, "ratio    %.2f and %.2f%n", ours[0] / clock, ours[1] / processor);
    }

    /** Milliseconds a step by the clock and by the processor. The first epochs warm the virtual machine up: left out. */
    private static double[] measure() {
        Random random = new Random(1);
        float[] values = new float[STEPS * BATCH * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        List<Long> clock = new ArrayList<>();
        List<Long> processor = new ArrayList<>();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Progress watch = (epoch, of, note) -> {
            clock.add(System.nanoTime());
            processor.add(threads.getCurrentThreadCpuTime());
        };
        Autoencoder network = new Autoencoder()
                .hidden(64)
                .latent(32)
                .dropout(0.2)
                .batchSize(BATCH)
                .epochs(EPOCHS)
                .device("cpu");
        FitContext context = new FitContext(new SeedStream(1), watch, System.err::println);
        network.fit(Features.of(values, COLUMNS), context).close();
        return new double[] {median(clock), median(processor)};
    }

    private static double median(List<Long> ends) {
        return IntStream.range(5, ends.size())
                .mapToDouble(i -> (ends.get(i) - ends.get(i - 1)) / 1e6 / STEPS)
                .sorted()
                .skip((ends.size() - 5) / 2)
                .findFirst()
                .orElseThrow();
    }
}
