package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A table that {@code scikit_learn.py} wrote, beside which it lies. */
record Fixture(List<String> columns, double[][] rows) {

    static Fixture read(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Fixture.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            List<String> columns = List.of(lines.readLine().split(","));
            double[][] rows = lines.lines()
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
            return new Fixture(columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Features features() {
        return features(0);
    }

    Features features(double shift) {
        float[] values = new float[rows.length * columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (rows[i / columns.size()][i % columns.size()] + shift);
        }
        return Features.of(values, columns.size());
    }

    /** The first columns only. */
    Features leading(int count) {
        return new Fixture(
                        columns.subList(0, count),
                        Arrays.stream(rows)
                                .map(row -> Arrays.copyOf(row, count))
                                .toArray(double[][]::new))
                .features();
    }

    double[] column(String name) {
        return Arrays.stream(rows)
                .mapToDouble(row -> row[columns.indexOf(name)])
                .toArray();
    }
}
