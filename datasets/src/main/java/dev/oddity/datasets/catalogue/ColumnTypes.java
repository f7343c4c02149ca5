package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.NearMiss;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What a user says about columns, over what is found.
 *
 * @param numeric read as numbers: what is none counts as missing
 * @param categorical read as text
 */
record ColumnTypes(Set<String> numeric, Set<String> categorical) {

    static final ColumnTypes AS_FOUND = new ColumnTypes(Set.of(), Set.of());

    ColumnTypes {
        numeric = Set.copyOf(numeric);
        categorical = Set.copyOf(categorical);
    }

    ColumnTypes numeric(String... columns) {
        return new ColumnTypes(with(numeric, columns), without(categorical, columns));
    }

    ColumnTypes categorical(String... columns) {
        return new ColumnTypes(without(numeric, columns), with(categorical, columns));
    }

    private static Set<String> with(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> names, String... fewer) {
        return names.stream().filter(name -> !List.of(fewer).contains(name)).collect(Collectors.toSet());
    }

    void check(String source, List<String> columns) {
        for (String wanted : new TreeSet<>(with(numeric, categorical.toArray(String[]::new)))) {
            if (!columns.contains(wanted)) {
                throw new DataException("no column '" + wanted + "' in " + source + NearMiss.hint(wanted, columns)
                        + " columns: " + String.join(", ", columns));
            }
        }
    }

    /** The table with its columns as said; the table itself is not changed. */
    Table of(Table table, String source) {
        check(source, table.columnNames());
        List<Column<?>> columns = table.columns().stream().map(this::of).collect(Collectors.toList());
        return Table.create(table.name(), columns);
    }

    private Column<?> of(Column<?> column) {
        if (categorical.contains(column.name()) && !(column instanceof StringColumn)) {
            StringColumn text = StringColumn.create(column.name());
            for (int row = 0; row < column.size(); row++) {
                text.append(column.isMissing(row) ? "" : text(column, row));
            }
            return text;
        }
        if (numeric.contains(column.name()) && !(column instanceof NumericColumn)) {
            double[] numbers = new double[column.size()];
            for (int row = 0; row < numbers.length; row++) {
                numbers[row] = column.isMissing(row) ? Double.NaN : number(column.getUnformattedString(row));
            }
            return DoubleColumn.create(column.name(), numbers);
        }
        return column;
    }

    /** A whole number is written without the point that a column of decimals gives it: codes are 7, not 7.0. */
    private static String text(Column<?> column, int row) {
        String text = column.getUnformattedString(row);
        return column instanceof NumericColumn && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static double number(String text) {
        byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
        return bytes.length > 0 && Decimal.isNumber(bytes, 0, bytes.length)
                ? Decimal.parse(bytes, 0, bytes.length)
                : Double.NaN;
    }

    void describe(Map<String, Object> tree) {
        tree.put("categorical", List.copyOf(new TreeSet<>(categorical)));
        tree.put("numeric", List.copyOf(new TreeSet<>(numeric)));
    }

    String sentence() {
        return words(".categorical", categorical) + words(".numeric", numeric);
    }

    static String words(String modifier, Set<String> words) {
        return words.isEmpty() ? "" : modifier + "(" + Quoted.texts(new TreeSet<>(words)) + ")";
    }
}
