package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.strings.DictionaryMap;

/**
 * The categories of a text column, numbered from 0.
 *
 * @param known in alphabetical order
 * @param folded whether training had others, too rare to stand alone; all that is not known is then one more category, the
 *     last
 * @param fill the category of a missing text
 */
record Categories(List<String> known, boolean folded, Optional<String> fill) {

    /** Neither known nor folded. */
    static final int UNSEEN = -1;

    private static final int NOT_LOOKED_UP = -2;

    Categories {
        known = List.copyOf(known);
    }

    static Categories restore(Map<?, ?> state) {
        return new Categories(
                State.texts(state, "categories"), State.flag(state, "folded"), State.optionalText(state, "fill"));
    }

    int size() {
        return known.size() + (folded ? 1 : 0);
    }

    void keep(Map<String, Object> state) {
        state.put("categories", known);
        state.put("folded", folded);
        fill.ifPresent(category -> state.put("fill", category));
    }

    /** The number of the category in each row of a column. */
    IntUnaryOperator numbers(Column<?> column) {
        return column instanceof StringColumn text ? byCode(text) : row -> number(column, row);
    }

    /** The number of the category in each of row maps. */
    IntUnaryOperator numbers(RowCells cells) {
        return row -> cells.isMissing(row) ? fill.map(this::number).orElse(UNSEEN) : number(cells.text(row));
    }

    /** Looks each text up once: a text column keeps codes, and a dictionary of them. */
    private IntUnaryOperator byCode(StringColumn text) {
        DictionaryMap dictionary = text.getDictionary();
        int[][] seen = {new int[0]};
        return row -> {
            // Codes of small dictionaries are signed: -128 and -32768 upwards.
            int code = dictionary.getKeyForIndex(row);
            int slot = code >= 0 ? 2 * code : -2 * code - 1;
            if (slot >= seen[0].length) {
                int length = seen[0].length;
                seen[0] = Arrays.copyOf(seen[0], Math.max(slot + 1, 2 * length));
                Arrays.fill(seen[0], length, seen[0].length, NOT_LOOKED_UP);
            }
            if (seen[0][slot] == NOT_LOOKED_UP) {
                seen[0][slot] = number(text, row);
            }
            return seen[0][slot];
        };
    }

    private int number(Column<?> column, int row) {
        if (column.isMissing(row) && fill.isEmpty()) {
            return UNSEEN;
        }
        return number(column.isMissing(row) ? fill.orElseThrow() : text(column, row));
    }

    private int number(String text) {
        int found = Collections.binarySearch(known, text);
        if (found >= 0) {
            return found;
        }
        return folded ? known.size() : UNSEEN;
    }

    /** Codes that were text in training may be read as numbers later: 7 is the category 7, not 7.0. */
    private static String text(Column<?> column, int row) {
        String text = column.getUnformattedString(row);
        return column instanceof NumericColumn && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
