package dev.oddity.deep.bench;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.datasets.Splits.trainOnAll;

import dev.oddity.core.FittedDetector;
import dev.oddity.core.detector.Detector;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.catalogue.Catalogue;
import dev.oddity.deep.Autoencoder;
import dev.oddity.deep.DeepSvdd;
import dev.oddity.deep.MlpClassifier;
import dev.oddity.deep.Vae;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Processor time for one row as a map, preparation and all, and what memory remains after ten thousand of them. Beside it
 * stands {@code single_row.py}: the autoencoder's network in PyTorch behind a scaler, and scikit-learn's isolation forest.
 */
final class SingleRow {

    private static final int ROWS = 10_000;
    private static final int COLUMNS = 30;

    private SingleRow() {}

    public static void main(String[] args) throws IOException {
        DataSource data = Catalogue.synthetic(2_000).features(COLUMNS).split(trainOnAll());
        for (Detector detector : List.of(
                new Autoencoder().hidden(64).latent(32).with("batchNorm", false).epochs(1),
                new Vae().hidden(64).latent(8).epochs(1),
                new DeepSvdd().hidden(64).latent(32).epochs(1),
                new MlpClassifier().hidden(64, 32).epochs(1))) {
            try (FittedDetector fitted =
                    experiment("single rows").data(data).model(detector).fit()) {
                measure(fitted, data);
            }
        }
    }

    private static void measure(FittedDetector fitted, DataSource data) throws IOException {
        List<String> names = data.load().table().columnNames();
        Random random = new Random(1);
        Map<String, Object> row = new HashMap<>();
        pass(fitted, names, random, row, ROWS);
        System.gc();
        long resident = resident();
        long heap = heap();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        pass(fitted, names, random, row, ROWS);
        double micros = (threads.getCurrentThreadCpuTime() - start) / 1e3 / ROWS;
        System.gc();
        System.out.printf(
                "%-44s %8.1f us a row, resident %+,d KB, heap %+,d KB%n",
                fitted.detector(), micros, resident() - resident, (heap() - heap) / 1024);
    }

    private static void pass(
            FittedDetector fitted, List<String> names, Random random, Map<String, Object> row, int times) {
        for (int i = 0; i < times; i++) {
            names.forEach(name -> row.put(name, random.nextGaussian()));
            fitted.score(row);
        }
    }

    private static long heap() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Kilobytes in memory, as Linux counts them. */
    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElseThrow();
    }
}
