package dev.oddity.classical.bench;

import dev.oddity.classical.IsolationForest;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Partition;
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
import java.util.Arrays;
import java.util.Objects;

/**
 * Fits and scores KDD99 by the DAGMM protocol in turns with scikit-learn's isolation forest on the same rows, and prints
 * seconds and their ratio, below 1 where ours took less.
 *
 * <pre>IsolationForestBench PYTHON [ROUNDS]</pre>
 */
public final class IsolationForestBench {

    private IsolationForestBench() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        DataSource source = Catalogue.kdd99().dagmmProtocol();
        Dataset dataset = source.load();
        Partition parts =
                source.split().of(dataset, new SeedStream(42).named("split").random());
        FittedPreparation preparation = source.preparation().fit(dataset, parts.train());
        Features train = preparation.transform(dataset.table(), parts.train());
        Features test = preparation.transform(dataset.table(), parts.test());
        Path folder = Files.createTempDirectory("isolation-forest");
        Path script = folder.resolve("peer.py");
        try (InputStream peer = IsolationForestBench.class.getResourceAsStream("isolation_forest.py")) {
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
            System.out.println("| round | ours fit s | score s | theirs fit s | score s | ratio |");
            for (int round = 0; round < rounds; round++) {
                double[] ours = ours(train, test, round);
                ask.println();
                double[] theirs = Arrays.stream(said.readLine().split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                System.out.printf(
                        "| %d | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                        round, ours[0], ours[1], theirs[0], theirs[1], (ours[0] + ours[1]) / (theirs[0] + theirs[1]));
            }
        }
    }

    private static double[] ours(Features train, Features test, long seed) {
        long start = System.nanoTime();
        try (TrainedModel model = new IsolationForest().fit(train, FitContext.of(seed))) {
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
