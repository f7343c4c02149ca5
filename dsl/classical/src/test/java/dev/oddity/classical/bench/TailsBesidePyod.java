package dev.oddity.classical.bench;

import dev.oddity.classical.Copod;
import dev.oddity.classical.Ecod;
import dev.oddity.classical.Hbos;
import dev.oddity.classical.Loda;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.catalogue.Catalogue;
import dev.oddity.reproducibility.SeedStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Seconds to fit and to score KDD99 under the DAGMM protocol (min-max), beside PyOD on the same matrix in the same run: each
 * side is run three times, PyOD in a process of its own, and the medians and their ratios are printed. Ours fits, scores the
 * training rows, as PyOD does while it fits, and scores the test rows.
 *
 * <pre>PYTHONPATH=… TailsBesidePyod PYTHON [DETECTOR …]</pre>
 */
final class TailsBesidePyod {

    private static final int RUNS = 3;

    private static final List<Detector> DETECTORS = List.of(new Ecod(), new Copod(), new Hbos(), new Loda().bins(10));

    private TailsBesidePyod() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataSource source =
                Catalogue.kdd99().dagmmProtocol().prepare(Preparations.oneHot().minMax());
        Dataset data = source.load();
        Partition parts =
                source.split().of(data, new SeedStream(42).named("split").random());
        FittedPreparation preparation = source.preparation().fit(data, parts.train());
        Features train = preparation.transform(data.table(), parts.train());
        Features test = preparation.transform(data.table(), parts.test());
        boolean[] anomaly = data.labels(parts.test());
        String matrix = write(train, test, anomaly);
        System.out.printf("train %s, test %s%n", train, test);
        for (Detector detector : DETECTORS) {
            if (arguments.length > 1 && !List.of(arguments).contains(detector.name())) {
                continue;
            }
            double[] pyod = median(peer(arguments[0], matrix, detector.name()));
            List<double[]> runs = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                runs.add(measure(detector, train, test, anomaly));
            }
            double[] ours = median(runs);
            System.out.printf(
                    Locale.ROOT,
                    "%s: fit %.2f s (PyOD %.2f, ratio %.2f), score %.2f s (PyOD %.2f, ratio %.2f); ROC-AUC %.4f (%.4f),"
                            + " AP %.4f (%.4f)%n",
                    detector,
                    ours[0],
                    pyod[0],
                    ours[0] / pyod[0],
                    ours[1],
                    pyod[1],
                    ours[1] / pyod[1],
                    ours[2],
                    pyod[2],
                    ours[3],
                    pyod[3]);
        }
    }

    private static double[] measure(Detector detector, Features train, Features test, boolean[] anomaly) {
        long start = System.nanoTime();
        try (TrainedModel model = detector.fit(train, FitContext.of(42))) {
            model.trainingScores(train, new Score.ModelScore());
            long fitted = System.nanoTime();
            double[] scores = model.score(test, new Score.ModelScore());
            long end = System.nanoTime();
            Predictions predictions = new Predictions(scores, anomaly, 0);
            return new double[] {
                (fitted - start) / 1e9,
                (end - fitted) / 1e9,
                Metrics.rocAuc().of(predictions),
                Metrics.averagePrecision().of(predictions)
            };
        }
    }

    private static List<double[]> peer(String python, String matrix, String detector)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        python,
                        "src/test/java/dev/oddity/classical/bench/pyod_peer.py",
                        matrix,
                        detector,
                        String.valueOf(RUNS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<double[]> runs = new ArrayList<>();
        process.inputReader()
                .lines()
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .forEach(runs::add);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(python + " failed on " + detector);
        }
        return runs;
    }

    /** Of each figure on its own. */
    private static double[] median(List<double[]> runs) {
        double[] medians = new double[runs.get(0).length];
        Arrays.setAll(
                medians,
                figure -> runs.stream().mapToDouble(run -> run[figure]).sorted().toArray()[runs.size() / 2]);
        return medians;
    }

    private static String write(Features train, Features test, boolean[] anomaly) throws IOException {
        String matrix = Files.createTempDirectory("oddity").resolve("kdd99").toString();
        Files.writeString(Path.of(matrix + ".cols"), String.valueOf(train.columns()));
        floats(Path.of(matrix + ".train.f32"), train.values());
        floats(Path.of(matrix + ".test.f32"), test.values());
        byte[] labels = new byte[anomaly.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (byte) (anomaly[row] ? 1 : 0);
        }
        Files.write(Path.of(matrix + ".y.u8"), labels);
        return matrix;
    }

    private static void floats(Path file, float[] numbers) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            for (float number : numbers) {
                out.writeInt(Integer.reverseBytes(Float.floatToRawIntBits(number)));
            }
        }
    }
}
