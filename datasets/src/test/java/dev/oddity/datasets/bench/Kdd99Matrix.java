package dev.oddity.datasets.bench;

import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.catalogue.Catalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * KDD Cup 1999, 10 %, from its gzip file to the prepared float matrix (one-hot, z-scores; every row trains): by {@code kdd99()}
 * and, as a user's own file, by {@code csv(..)}, beside pandas in the same run ({@code /usr/bin/python3} with pandas). Each
 * side is run seven times in a process of its own; the first run and the median are printed, and the ratio of the medians.
 * Last, each way is run once more in a virtual machine whose heap is three times the matrix.
 *
 * <p>The argument is the file {@code kddcup.data_10_percent.gz}.
 */
final class Kdd99Matrix {

    private static final int RUNS = 7;
    private static final int COLUMNS = 42;

    private Kdd99Matrix() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[0].equals("measure")) {
            measure(args[1].isEmpty() ? Catalogue.kdd99() : ownFile(args[1]), Integer.parseInt(args[2]));
            return;
        }
        String script = "src/test/java/dev/oddity/datasets/bench/kdd99_matrix.py";
        Path own = withHeader(Path.of(args[0]));
        List<double[]> pandas = run("/usr/bin/python3", script, args[0], String.valueOf(RUNS));
        List<double[]> entry = run(java("-Xmx2g", "", RUNS));
        List<double[]> csv = run(java("-Xmx2g", own.toString(), RUNS));
        print("pandas", pandas, pandas);
        print("kdd99()", entry, pandas);
        print("csv(..)", csv, pandas);
        long matrix = Float.BYTES * (long) entry.get(0)[1] * (long) entry.get(0)[2];
        String heap = "-Xmx" + 3 * matrix / 1024 + "k";
        run(java(heap, "", 1));
        run(java(heap, own.toString(), 1));
        System.out.printf(Locale.ROOT, "matrix %d MB; both ways run within %s%n", matrix >> 20, heap);
        Files.delete(own);
    }

    private static DataSource ownFile(String path) {
        return Catalogue.csv(path).label("c41").normal("normal.");
    }

    /** The file has no header line, which {@code csv(..)} asks for. */
    private static Path withHeader(Path file) throws IOException {
        Path own = Files.createTempFile("kdd99", ".csv.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(own))) {
            out.write(IntStream.range(0, COLUMNS)
                    .mapToObj(i -> "c" + i)
                    .collect(Collectors.joining(",", "", "\n"))
                    .getBytes(StandardCharsets.US_ASCII));
            in.transferTo(out);
        }
        return own;
    }

    private static void measure(DataSource source, int runs) {
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            Dataset data = source.load();
            int[] rows = IntStream.range(0, data.rows()).toArray();
            Features matrix = source.preparation().fit(data, rows).transform(data.table(), rows);
            System.out.println((System.nanoTime() - start) / 1e9 + " " + matrix.rows() + " " + matrix.columns());
        }
    }

    private static String[] java(String heap, String file, int runs) {
        return new String[] {
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            heap,
            "-cp",
            System.getProperty("java.class.path"),
            Kdd99Matrix.class.getName(),
            "measure",
            file,
            String.valueOf(runs)
        };
    }

    private static List<double[]> run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<double[]> lines = new ArrayList<>();
        try (BufferedReader printed = process.inputReader()) {
            printed.lines()
                    .map(line -> Arrays.stream(line.split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .forEach(lines::add);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
        return lines;
    }

    private static void print(String name, List<double[]> runs, List<double[]> peer) {
        System.out.printf(
                Locale.ROOT,
                "%-8s first %.2f s, median %.2f s, %.0f × %.0f, ratio to pandas %.2f (first runs %.2f)%n",
                name,
                runs.get(0)[0],
                median(runs),
                runs.get(0)[1],
                runs.get(0)[2],
                median(runs) / median(peer),
                runs.get(0)[0] / peer.get(0)[0]);
    }

    private static double median(List<double[]> runs) {
        return runs.stream().mapToDouble(run -> run[0]).sorted().toArray()[runs.size() / 2];
    }
}
