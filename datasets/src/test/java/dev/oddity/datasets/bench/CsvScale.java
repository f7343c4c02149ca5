package dev.oddity.datasets.bench;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.catalogue.Catalogue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * How {@code csv(..)} grows with the rows: files of one, two and five million generated rows (16 numbers, a kind of 50, a
 * timestamp, a label) are read, and the seconds a million rows printed, with the heap in use once read. Run with {@code -Xmx8g}.
 */
final class CsvScale {

    private static final int MILLION = 1_000_000;

    private CsvScale() {}

    public static void main(String[] args) throws IOException {
        for (int millions : new int[] {1, 1, 2, 5}) {
            Path file = Files.createTempFile("scale", ".csv");
            write(file, millions * MILLION);
            long start = System.nanoTime();
            Dataset data = Catalogue.csv(file).label("y").load();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.gc();
            System.out.printf(
                    Locale.ROOT,
                    "%,d rows, %,d MB: %.2f s, %.2f s a million; heap %,d MB, peak with garbage %,d MB of %,d MB%n",
                    data.rows(),
                    Files.size(file) >> 20,
                    seconds,
                    seconds / millions,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
                    peak() >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
            Files.delete(file);
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static void write(Path file, int rows) throws IOException {
        Random random = new Random(1);
        try (PrintStream out = new PrintStream(
                new BufferedOutputStream(Files.newOutputStream(file), 1 << 20), false, StandardCharsets.US_ASCII)) {
            StringBuilder line = new StringBuilder("kind,time,y");
            for (int column = 0; column < 16; column++) {
                line.append(",x").append(column);
            }
            out.append(line).append('\n');
            for (int row = 0; row < rows; row++) {
                line.setLength(0);
                line.append("kind").append(random.nextInt(50)).append(",2026-01-01 10:");
                line.append(10 + random.nextInt(50)).append(':').append(10 + random.nextInt(50));
                line.append(random.nextInt(100) == 0 ? ",1" : ",0");
                for (int column = 0; column < 16; column++) {
                    line.append(',').append((random.nextInt(2_000_000) - 1_000_000) / 1024.0);
                }
                out.append(line).append('\n');
            }
        }
    }
}
