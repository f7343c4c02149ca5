package dev.oddity.core.display;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * The shown cells of one column, as text.
 *
 * @param head the column's name
 * @param texts one per shown row; empty where the value is missing
 * @param numeric whether they are figures, aligned to the right
 */
record Cells(String head, List<String> texts, boolean numeric) {

    private static final int LONGEST = 100;

    /** A number with its spread or unit, such as {@code 0.9541 ± 0.0032} or {@code 12.3 s}. */
    private static final Pattern FIGURE = Pattern.compile("[-−+]?[0-9][0-9.,]*( ± [0-9.,]+)?( ?(s|ms|%))?");

    static Cells of(Column<?> column, int[] rows) {
        if (column instanceof NumericColumn<?> numbers) {
            return new Cells(column.name(), numbers(numbers, rows), true);
        }
        List<String> texts = Arrays.stream(rows)
                .mapToObj(row -> column.isMissing(row) ? "" : oneLine(column.getString(row)))
                .toList();
        boolean figures = texts.stream()
                .filter(text -> !text.isEmpty())
                .allMatch(text -> FIGURE.matcher(text).matches());
        return new Cells(column.name(), texts, figures && texts.stream().anyMatch(text -> !text.isEmpty()));
    }

    /** Where columns are left out. */
    static Cells gap(int rows) {
        return new Cells("…", IntStream.range(0, rows).mapToObj(row -> "…").toList(), false);
    }

    int width() {
        return Math.max(
                head.length(), texts.stream().mapToInt(String::length).max().orElse(0));
    }

    private static List<String> numbers(NumericColumn<?> column, int[] rows) {
        double[] shown = Arrays.stream(rows)
                .filter(row -> !column.isMissing(row))
                .mapToDouble(column::getDouble)
                .toArray();
        Decimals decimals = Decimals.of(shown);
        boolean whole =
                !column.type().name().equals("DOUBLE") && !column.type().name().equals("FLOAT");
        return Arrays.stream(rows)
                .mapToObj(row -> column.isMissing(row)
                        ? ""
                        : whole ? column.getUnformattedString(row) : decimals.write(column.getDouble(row)))
                .toList();
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\R", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
