package dev.oddity.classical.bench;

import dev.oddity.classical.Cblof;
import dev.oddity.classical.GaussianMixture;
import dev.oddity.classical.Lof;
import dev.oddity.classical.Mahalanobis;
import dev.oddity.classical.Mcd;
import dev.oddity.classical.Pca;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.catalogue.Catalogue;
import dev.oddity.reproducibility.SeedStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Fits and scores in turns with scikit-learn, and with PyOD where that can be imported, on the same rows, and prints seconds
 * and their ratio, below 1 where ours took less. PYTHON is an interpreter that has scikit-learn.
 *
 * <pre>PeerBench PYTHON credit|kdd [ROUNDS [PEER …]]</pre>
 */
public final class PeerBench {

    /** By the names that the script {@code peers.py} knows. */
    private static final Map<String, Detector> OURS = new LinkedHashMap<>();

    static {
        OURS.put("PCA", new Pca());
        OURS.put("PyOD-PCA", new Pca());
        OURS.put("EmpiricalCovariance", new Mahalanobis());
        OURS.put("GaussianMixture", new GaussianMixture());
        OURS.put("LocalOutlierFactor", new Lof());
        OURS.put("MinCovDet", new Mcd());
        OURS.put("PyOD-CBLOF", new Cblof());
    }

    private PeerBench() {}

    public static void main(String[] arguments) throws IOException {
        DataSource source = arguments[1].equals("kdd")
                ? Catalogue.kdd99()
                        .dagmmProtocol()
                        .prepare(Preparations.oneHot().minMax())
                : Catalogue.creditCardFraud().subset();
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        List<String> peers =
                arguments.length > 3 ? List.of(arguments).subList(3, arguments.length) : List.copyOf(OURS.keySet());
        Dataset dataset = source.load();
        Partition parts =
                source.split().of(dataset, new SeedStream(42).named("split").random());
        FittedPreparation preparation = source.preparation().fit(dataset, parts.train());
        Features train = preparation.transform(dataset.table(), parts.train());
        Features test = preparation.transform(dataset.table(), parts.test());
        Path folder = Files.createTempDirectory("peers");
        Path script = folder.resolve("peers.py");
        try (InputStream peer = PeerBench.class.getResourceAsStream("peers.py")) {
            Files.copy(Objects.requireNonNull(peer), script);
        }
        Process python = new ProcessBuilder(
                        arguments[0],
                        script.toString(),
                        write(folder.resolve("train.f32"), train),
                        write(folder.resolve("test.f32"), test),
                        String.valueOf(train.columns()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = python.inputReader(StandardCharsets.UTF_8);
                PrintStream ask = new PrintStream(python.getOutputStream(), true, StandardCharsets.UTF_8)) {
            System.out.printf("train %s, test %s; %s%n", train, test, said.readLine());
            System.out.println("| ours | peer | ours fit s | score s | theirs fit s | score s | ratio |");
            for (String peer : peers) {
                for (int round = 0; round < rounds; round++) {
                    double[] ours = seconds(OURS.get(peer), train, test, round);
                    ask.println(peer + " " + round);
                    String[] theirs = said.readLine().split(" ");
                    double fit = Double.parseDouble(theirs[0]);
                    double score = Double.parseDouble(theirs[1]);
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %s | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                            OURS.get(peer),
                            peer,
                            ours[0],
                            ours[1],
                            fit,
                            score,
                            (ours[0] + ours[1]) / (fit + score));
                }
            }
        }
    }

    private static double[] seconds(Detector detector, Features train, Features test, long seed) {
        long start = System.nanoTime();
        try (TrainedModel model = detector.fit(train, FitContext.of(seed))) {
            long fitted = System.nanoTime();
            model.score(test, new Score.ModelScore());
            return new double[] {(fitted - start) / 1e9, (System.nanoTime() - fitted) / 1e9};
        }
    }

    private static String write(Path file, Features rows) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(rows.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(rows.values());
        Files.write(file, bytes.array());
        return file.toString();
    }
}
