package dev.oddity.datasets.catalogue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Rows that repeat an earlier row in every column. */
final class Repeats {

    private Repeats() {}

    /** The first of each kind of row, in order; all columns are numbers. */
    static Table dropped(Table table) {
        List<DoubleColumn> columns =
                table.columns().stream().map(DoubleColumn.class::cast).toList();
        Set<Row> seen = new HashSet<>(2 * table.rowCount());
        int[] first = IntStream.range(0, table.rowCount())
                .filter(row -> seen.add(Row.of(columns, row)))
                .toArray();
        return first.length == table.rowCount() ? table : table.rows(first);
    }

    private record Row(double[] values) {

        static Row of(List<DoubleColumn> columns, int row) {
            return new Row(columns.stream()
                    .mapToDouble(column -> column.getDouble(row))
                    .toArray());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && Arrays.equals(values, row.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }
}
