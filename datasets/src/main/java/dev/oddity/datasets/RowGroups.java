package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.columns.Column;

/** The rows of each value of a column; a missing value is a group of its own for each row that has it. */
record RowGroups(List<int[]> groups) {

    /** Groups to be kept whole by a split: at least two, and none with a window that lies in another one too. */
    static RowGroups of(Dataset dataset, String name) {
        RowGroups all = in(dataset, List.of(name), RowOrder.range(0, dataset.rows()));
        if (all.groups.size() < 2) {
            throw new DataException("the column '" + name + "' of " + dataset.name()
                    + " holds one group only, and a group is never divided; name a column with more");
        }
        if (dataset.layout() instanceof Windows windows) {
            all.requireSeries(dataset, windows, name);
        }
        return all;
    }

    /** The rows that are alike in all of these columns, groups and rows in the order in which they come in {@code order}. */
    static RowGroups in(Dataset dataset, List<String> names, int[] order) {
        List<Column<?>> columns = names.stream().<Column<?>>map(dataset::column).toList();
        Map<List<String>, List<Integer>> rows = new LinkedHashMap<>();
        for (int row : order) {
            List<String> group =
                    columns.stream().map(column -> value(column, row)).toList();
            rows.computeIfAbsent(group, first -> new ArrayList<>()).add(row);
        }
        return new RowGroups(rows.values().stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList());
    }

    static String value(Column<?> column, int row) {
        return column.isMissing(row) ? "\0" + row : column.getUnformattedString(row);
    }

    /** The column whose groups a split never divides; null if it goes by rows. */
    static @Nullable String column(Split split) {
        if (split instanceof Grouped grouped) {
            return grouped.column();
        }
        return split instanceof KFold folds ? folds.column() : null;
    }

    /** Where two neighbours are of two groups, a new series must begin. */
    private void requireSeries(Dataset dataset, Windows windows, String name) {
        int[] group = new int[dataset.rows()];
        for (int number = 0; number < groups.size(); number++) {
            for (int row : groups.get(number)) {
                group[row] = number;
            }
        }
        Set<Integer> starts = new HashSet<>(windows.seriesStarts());
        for (int row = 1; row < group.length; row++) {
            if (group[row] != group[row - 1] && !starts.contains(row)) {
                throw new DataException("the groups of '" + name + "' are divided, and windows of " + dataset.name()
                        + " would run from one into the next, as at row " + (row + 1)
                        + "; say it to the source before it is loaded: .windows(" + windows.length()
                        + ").groups(\"" + name + "\")");
            }
        }
    }

    RowGroups shuffled(Random random) {
        List<int[]> order = new ArrayList<>(groups);
        Collections.shuffle(order, random);
        return new RowGroups(order);
    }

    /** For each row whether it is among the groups that, one after the other, fit into so many rows. */
    boolean[] within(int allRows, int rows, boolean[] excluded) {
        boolean[] chosen = new boolean[allRows];
        int taken = 0;
        for (int[] group : groups) {
            if (!excluded[group[0]] && taken + group.length <= rows) {
                taken += group.length;
                for (int row : group) {
                    chosen[row] = true;
                }
            }
        }
        return chosen;
    }

    /** For each row one of {@code folds} numbers from 0: each group goes to the fold with the fewest rows so far. */
    int[] folds(int allRows, int folds) {
        int[] fold = new int[allRows];
        int[] sizes = new int[folds];
        for (int[] group : groups) {
            int smallest = 0;
            for (int i = 1; i < folds; i++) {
                smallest = sizes[i] < sizes[smallest] ? i : smallest;
            }
            sizes[smallest] += group.length;
            for (int row : group) {
                fold[row] = smallest;
            }
        }
        return fold;
    }
}
