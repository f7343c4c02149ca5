package dev.oddity.core.display;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * The shown cells of one column, as text.
 *
 * @param head the column's name
 * @param texts one per shown row; empty where the value is missing
 * @param numeric whether they are aligned to the right
 */
record Cells(String head, List<String> texts, boolean numeric) {

    private static final int LONGEST = 100;

    static Cells of(Column<?> column, int[] rows) {
        return column instanceof NumericColumn<?> numbers
                ? new Cells(column.name(), numbers(numbers, rows), true)
                : new Cells(
                        column.name(),
                        Arrays.stream(rows)
                                .mapToObj(row -> column.isMissing(row) ? "" : oneLine(column.getString(row)))
                                .toList(),
                        false);
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

    static String oneLine(String text) {
        String line = text.replaceAll("\\R", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
