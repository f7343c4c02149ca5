package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.NearMiss;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The series of a benchmark: their names, sizes and checksums, from a list in the jar.
 *
 * @param noun the word of the language, for messages
 */
record SeriesList(String noun, Map<String, Series> series) {

    /**
     * One series.
     *
     * @param name with its folder, such as {@code realKnownCause/nyc_taxi}
     * @param anomalies rows labelled so
     * @param bytes of the plain file
     * @param sha256 of the plain file
     */
    record Series(String name, int rows, int anomalies, long bytes, String sha256) {}

    /** Reads a list: a header, then name, rows, anomalies, bytes and SHA-256, separated by tabs. */
    static SeriesList read(String noun, String resource) {
        Map<String, Series> series = new TreeMap<>();
        new String(Embedded.read(resource), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> new Series(
                        cells[0],
                        Integer.parseInt(cells[1]),
                        Integer.parseInt(cells[2]),
                        Long.parseLong(cells[3]),
                        cells[4]))
                .forEach(one -> series.put(one.name(), one));
        return new SeriesList(noun, Map.copyOf(series));
    }

    /** All of them, in alphabetical order. */
    Stream<Series> inOrder() {
        return series.values().stream().sorted(Comparator.comparing(Series::name));
    }

    /** By full name, or by the part after the folder where only one series has it. */
    Series find(String name) {
        Series exact = series.get(name);
        if (exact != null) {
            return exact;
        }
        List<Series> ending = series.values().stream()
                .filter(one -> one.name().endsWith("/" + name))
                .toList();
        if (ending.size() == 1) {
            return ending.get(0);
        }
        throw unknown(name);
    }

    private DataException unknown(String name) {
        List<String> names = series.keySet().stream().sorted().toList();
        Optional<String> full = NearMiss.of(name, names);
        String meant = full.or(() ->
                        NearMiss.of(name, names.stream().map(SeriesList::bare).toList()))
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse(";");
        return new DataException(
                noun + "(\"" + name + "\"): no series of that name" + meant + " series: " + String.join(", ", names));
    }

    private static String bare(String name) {
        return name.substring(name.indexOf('/') + 1);
    }
}
