package dev.oddity.deep.bench;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Progress;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import dev.oddity.deep.Autoencoder;
import dev.oddity.deep.Dagmm;
import dev.oddity.deep.DeepSvdd;
import dev.oddity.deep.Gan;
import dev.oddity.deep.LstmAutoencoder;
import dev.oddity.deep.MemoryAutoencoder;
import dev.oddity.deep.Neutral;
import dev.oddity.deep.NormalizingFlow;
import dev.oddity.deep.TemporalConvAutoencoder;
import dev.oddity.deep.Vae;
import dev.oddity.reproducibility.SeedStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Whether native memory stays flat: fits, scores and closes ten detectors in turn, 200 fits of 256 rows in one virtual
 * machine, and prints the memory that the process holds (Linux: {@code VmRSS}) after 20 and then after every 20 fits.
 *
 * <p>A heap that is all there from the start leaves the native part as the only one that can grow: {@code java -Xms256m
 * -Xmx256m -XX:+AlwaysPreTouch -cp … dev.oddity.deep.bench.TwoHundredFits}.
 */
final class TwoHundredFits {

    private static final int ROWS = 256;
    private static final int COLUMNS = 16;
    private static final int FITS = 200;
    private static final int EVERY = 20;

    private static final List<Detector> DETECTORS = List.of(
            new Autoencoder().epochs(2),
            new Vae().epochs(2),
            new MemoryAutoencoder().epochs(2),
            new Dagmm().epochs(2),
            new DeepSvdd().epochs(2),
            new NormalizingFlow().epochs(2),
            new Neutral().epochs(2),
            new Gan().epochs(2),
            new LstmAutoencoder().epochs(2),
            new TemporalConvAutoencoder().epochs(2));

    private TwoHundredFits() {}

    public static void main(String[] arguments) throws IOException {
        Random random = new Random(1);
        float[] values = new float[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Features rows = Features.of(values, COLUMNS);
        for (int fit = 1; fit <= FITS; fit++) {
            FitContext context = new FitContext(new SeedStream(fit), Progress.NONE, System.err::println);
            try (TrainedModel model = DETECTORS.get(fit % DETECTORS.size()).fit(rows, context)) {
                model.score(rows, new Score.ModelScore());
            }
            if (fit % EVERY == 0) {
                System.out.printf(Locale.ROOT, "%3d fits  %.1f MB%n", fit, resident());
            }
        }
    }

    private static double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
