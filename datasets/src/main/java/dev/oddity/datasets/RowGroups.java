package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tech.tablesaw.columns.Column;

/** The rows of each value of a column; a missing value is a group of its own for each row that has it. */
record RowGroups(List<int[]> groups) {

    static RowGroups of(Dataset dataset, String name) {
        Column<?> column = dataset.column(name);
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < column.size(); row++) {
            String group = column.isMissing(row) ? "\0" + row : column.getUnformattedString(row);
            rows.computeIfAbsent(group, first -> new ArrayList<>()).add(row);
        }
        if (rows.size() < 2) {
            throw new DataException("the column '" + name + "' of " + dataset.name()
                    + " holds one group only, and a group is never divided; name a column with more");
        }
        return new RowGroups(rows.values().stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList());
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
