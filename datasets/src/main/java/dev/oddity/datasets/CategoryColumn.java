package dev.oddity.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.strings.DictionaryMap;

/**
 * A column of text, one-hot coded: one number per category, all zeros for a category that training had not.
 *
 * @param categories in alphabetical order
 * @param fill the category of a missing text; without one, missing texts are refused
 */
record CategoryColumn(String name, List<String> categories, Optional<String> fill) implements FittedColumn {

    private static final int UNSEEN = -1;
    private static final int MISSING = -2;
    private static final int NOT_LOOKED_UP = -3;

    CategoryColumn {
        categories = List.copyOf(categories);
    }

    static CategoryColumn restore(Map<?, ?> state) {
        return new CategoryColumn(
                State.text(state, "name"), State.texts(state, "categories"), State.optionalText(state, "fill"));
    }

    @Override
    public List<String> features() {
        return categories.stream().map(category -> name + "=" + category).toList();
    }

    @Override
    public Writer writer(Column<?> column) {
        IntUnaryOperator position = column instanceof StringColumn text ? byCode(text) : row -> position(column, row);
        return (rows, from, to, block, offset, stride) -> {
            for (int i = from; i < to; i++) {
                int category = position.applyAsInt(rows[i]);
                if (category >= 0) {
                    block[offset + (i - from) * stride + category] = 1;
                } else if (category == MISSING) {
                    refuseMissing(column, rows);
                }
            }
        };
    }

    /** Looks each text up once: a text column keeps codes, and a dictionary of them. */
    private IntUnaryOperator byCode(StringColumn text) {
        DictionaryMap dictionary = text.getDictionary();
        int[][] known = {new int[0]};
        return row -> {
            // Codes of small dictionaries are signed: -128 and -32768 upwards.
            int code = dictionary.getKeyForIndex(row);
            int slot = code >= 0 ? 2 * code : -2 * code - 1;
            if (slot >= known[0].length) {
                int length = known[0].length;
                known[0] = Arrays.copyOf(known[0], Math.max(slot + 1, 2 * length));
                Arrays.fill(known[0], length, known[0].length, NOT_LOOKED_UP);
            }
            if (known[0][slot] == NOT_LOOKED_UP) {
                known[0][slot] = position(text, row);
            }
            return known[0][slot];
        };
    }

    private int position(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return fill.map(categories::indexOf).orElse(MISSING);
        }
        int found = categories.indexOf(column.getUnformattedString(row));
        return found < 0 ? UNSEEN : found;
    }

    static void refuseMissing(Column<?> column, int[] rows) {
        int[] missing = Arrays.stream(rows).filter(column::isMissing).toArray();
        if (missing.length > 0) {
            throw new DataException(
                    "column '" + column.name() + "' has " + missing.length + " missing text"
                            + (missing.length == 1 ? "" : "s") + " in " + rows.length + " rows (the first in row "
                            + (missing[0] + 1)
                            + "), and a detector needs numbers; add impute(median()) to .prepare(..): it gives text columns their most frequent text");
        }
    }

    @Override
    public Map<String, Object> state() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("name", name);
        tree.put("categories", categories);
        fill.ifPresent(category -> tree.put("fill", category));
        return tree;
    }
}
