package dev.oddity.deep.bench;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Progress;
import dev.oddity.datasets.Features;
import dev.oddity.deep.Autoencoder;
import dev.oddity.reproducibility.SeedStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How long a training step of 30-64-32-64-30 takes: batch norm, dropout 0.2, Adam, batches of 32, one thread. Prints the
 * median over epochs, and the ratio to the same network in PyTorch if {@code python3} with {@code torch} is there.
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
        double ours = median(epochs());
        System.out.printf(Locale.ROOT, "Oddity   %.3f ms a step%n", ours);
        Path script = Path.of("src/test/java/dev/oddity/deep/bench/training_step.py");
        Process python = new ProcessBuilder("python3", script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(python.getInputStream().readAllBytes()).strip();
        if (python.waitFor() != 0) {
            System.out.println("PyTorch  not compared: python3 with torch is not here");
            return;
        }
        double theirs = Double.parseDouble(printed);
        System.out.printf(Locale.ROOT, "PyTorch  %.3f ms a step; ratio %.2f%n", theirs, ours / theirs);
    }

    /** Milliseconds a step, an epoch each; the first epochs warm the virtual machine up and are left out. */
    private static List<Double> epochs() {
        Random random = new Random(1);
        float[] values = new float[STEPS * BATCH * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        List<Long> ends = new ArrayList<>();
        Progress watch = (epoch, of, note) -> ends.add(System.nanoTime());
        Autoencoder network = new Autoencoder()
                .hidden(64)
                .latent(32)
                .dropout(0.2)
                .batchSize(BATCH)
                .epochs(EPOCHS)
                .device("cpu");
        FitContext context = new FitContext(new SeedStream(1), watch, System.err::println);
        network.fit(Features.of(values, COLUMNS), context).close();
        List<Double> times = new ArrayList<>();
        for (int i = 5; i < ends.size(); i++) {
            times.add((ends.get(i) - ends.get(i - 1)) / 1e6 / STEPS);
        }
        return times;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
