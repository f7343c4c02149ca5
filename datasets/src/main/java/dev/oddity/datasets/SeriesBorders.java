package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Where, in rows to be scored, one series ends and the next begins: where a column of groups has another value. */
final class SeriesBorders {

    private SeriesBorders() {}

    /** The windows, knowing the borders in a table. */
    static Windows in(Table table, Windows windows) {
        if (windows.groups().isEmpty()) {
            return windows;
        }
        List<Column<?>> columns = windows.groups().stream()
                .<Column<?>>map(name -> column(table, name, windows))
                .toList();
        return in(
                table.rowCount(),
                windows,
                row -> columns.stream()
                        .map(column -> RowGroups.value(column, row))
                        .toList());
    }

    /** The windows, knowing the borders in rows that came as maps. */
    static Windows in(List<? extends Map<String, ?>> rows, Windows windows) {
        List<RowCells> columns =
                windows.groups().stream().map(name -> new RowCells(name, rows)).toList();
        return in(
                rows.size(),
                windows,
                row -> columns.stream()
                        .map(cells -> cells.isMissing(row) ? "\0" + row : cells.text(row))
                        .toList());
    }

    private static Windows in(int rows, Windows windows, IntFunction<List<String>> group) {
        List<Integer> starts = new ArrayList<>();
        Set<List<String>> ended = new HashSet<>();
        for (int row = 1; row < rows; row++) {
            List<String> before = group.apply(row - 1);
            List<String> here = group.apply(row);
            if (!here.equals(before)) {
                starts.add(row);
                ended.add(before);
                if (ended.contains(here)) {
                    throw new DataException("the rows of '" + String.join(", ", here) + "' do not stand together: row "
                            + (row + 1) + " goes on with them after those of another "
                            + String.join(", ", windows.groups()) + "; sort the rows by "
                            + quoted(windows.groups()) + ", each series in the order of its time");
                }
            }
        }
        return windows.ofSeries(starts);
    }

    private static Column<?> column(Table table, String name, Windows windows) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DataException("no column '" + name + "' in the table to score"
                        + NearMiss.hint(name, table.columnNames()) + " columns: "
                        + String.join(", ", table.columnNames()) + "; " + windows + " lie in one series each, which "
                        + quoted(windows.groups()) + " tells apart: for rows of one series give it one value"));
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
