package dev.oddity.datasets;

import java.util.Map;

/** A row is an example. */
enum TableRows implements Layout {
    INSTANCE;

    @Override
    public int examples(int[] rows) {
        return rows.length;
    }

    @Override
    public boolean[] labels(boolean[] labels, int[] rows) {
        return labelsOf(labels, rows);
    }

    /** The labels of the given rows, in their order. */
    static boolean[] labelsOf(boolean[] labels, int[] rows) {
        boolean[] chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = labels[rows[i]];
        }
        return chosen;
    }

    @Override
    public Features arrange(Features prepared, int[] rows) {
        return prepared;
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("layout", "table");
    }
}
