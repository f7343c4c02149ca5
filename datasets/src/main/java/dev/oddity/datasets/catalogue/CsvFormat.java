package dev.oddity.datasets.catalogue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a file's cells are to be understood.
 *
 * @param separator between cells
 * @param categorical columns read as text whatever they hold
 * @param missing marks of a missing value, besides the usual ones
 */
record CsvFormat(char separator, Set<String> categorical, Set<String> missing) {

    static final CsvFormat PLAIN = new CsvFormat(',', Set.of(), Set.of());

    CsvFormat withSeparator(char other) {
        return new CsvFormat(other, categorical, missing);
    }

    CsvFormat withCategorical(Set<String> columns) {
        return new CsvFormat(separator, Set.copyOf(columns), missing);
    }

    CsvFormat withMissing(Set<String> marks) {
        return new CsvFormat(separator, categorical, Set.copyOf(marks));
    }

    String sentence() {
        return (separator == ',' ? "" : ".separator('" + (separator == '\t' ? "\\t" : separator) + "')")
                + words(".categorical", categorical)
                + words(".missing", missing);
    }

    private static String words(String modifier, Set<String> words) {
        return words.isEmpty()
                ? ""
                : new TreeSet<>(words).stream().collect(Collectors.joining("\", \"", modifier + "(\"", "\")"));
    }
}
