package dev.oddity.core.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * The shown cells of one column, as text.
 *
 * @param head the column's name
 * @param texts one per shown row; null where there is no value
 * @param numeric whether they are figures, aligned to the right
 * @param label whether they name their rows, by number or key
 */
record Cells(String head, List<@Nullable String> texts, boolean numeric, boolean label) {

    private static final int LONGEST = 100;

    /** A number with its spread or unit, such as {@code 0.9541 ± 0.0032}, {@code 12.3 s} or {@code 1e-05}. */
    private static final Pattern FIGURE =
            Pattern.compile("[-−+]?[0-9][0-9.,]*([eE][-+]?[0-9]+)?( ± [0-9.,]+)?( ?(s|ms|%))?");

    static Cells of(Column<?> column, int[] rows) {
        if (column instanceof NumericColumn<?> numbers) {
            return new Cells(column.name(), numbers(numbers, rows), true, false);
        }
        List<@Nullable String> texts = new ArrayList<>();
        for (int row : rows) {
            texts.add(text(column, row));
        }
        return new Cells(column.name(), texts, areFigures(texts), false);
    }

    /** Of values from elsewhere: numbers are written as in a table, all else as {@link ValueText} has it. */
    static Cells of(String head, List<? extends @Nullable Object> values) {
        List<?> there = values.stream()
                .filter(value -> value != null && !(value instanceof Failure))
                .toList();
        if (!there.isEmpty() && there.stream().allMatch(value -> value instanceof Double || value instanceof Float)) {
            Decimals decimals = Decimals.of(there.stream()
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .toArray());
            return new Cells(
                    head,
                    texts(values, value -> value instanceof Number n ? decimals.write(n.doubleValue()) : text(value)),
                    true,
                    false);
        }
        List<@Nullable String> texts = texts(values, Cells::text);
        boolean numbers = !there.isEmpty() && there.stream().allMatch(Number.class::isInstance);
        return new Cells(head, texts, numbers || areFigures(texts), false);
    }

    /** The numbers of rows. */
    static Cells numbering(long[] rows) {
        return of("#", Arrays.stream(rows).boxed().toList()).asLabel();
    }

    /** Where columns are left out. */
    static Cells gap(int rows) {
        return new Cells("…", Collections.nCopies(rows, "…"), false, false);
    }

    Cells asLabel() {
        return new Cells(head, texts, numeric, true);
    }

    int width() {
        return texts.stream().filter(Objects::nonNull).mapToInt(String::length).reduce(head.length(), Math::max);
    }

    private static boolean areFigures(List<@Nullable String> texts) {
        List<String> there = texts.stream().filter(Objects::nonNull).toList();
        return !there.isEmpty()
                && there.stream().allMatch(text -> FIGURE.matcher(text).matches());
    }

    private static List<@Nullable String> texts(
            List<? extends @Nullable Object> values, Function<Object, String> text) {
        List<@Nullable String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value == null ? null : text.apply(value));
        }
        return texts;
    }

    private static String text(Object value) {
        return oneLine(ValueText.of(value));
    }

    /** A column of texts takes null, and is surprised by it when asked whether a text is missing. */
    private static @Nullable String text(Column<?> column, int row) {
        try {
            boolean missing = column.get(row) == null || column.isMissing(row);
            return missing ? null : oneLine(column.getString(row));
        } catch (Throwable e) {
            return Failure.of(e).toString();
        }
    }

    private static List<@Nullable String> numbers(NumericColumn<?> column, int[] rows) {
        double[] shown = Arrays.stream(rows)
                .filter(row -> !column.isMissing(row))
                .mapToDouble(column::getDouble)
                .toArray();
        Decimals decimals = Decimals.of(shown);
        boolean whole =
                !column.type().name().equals("DOUBLE") && !column.type().name().equals("FLOAT");
        List<@Nullable String> texts = new ArrayList<>();
        for (int row : rows) {
            texts.add(
                    column.isMissing(row)
                            ? null
                            : whole ? column.getUnformattedString(row) : decimals.write(column.getDouble(row)));
        }
        return texts;
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\R", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
