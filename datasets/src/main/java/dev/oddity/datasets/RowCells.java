package dev.oddity.datasets;

import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One column of rows that came as maps from column name to value. A program wrote them, so a value that the column cannot
 * have is a mistake in it, and refused; null, NaN and the empty text are missing cells.
 */
record RowCells(String name, List<? extends Map<String, ?>> rows) {

    RowCells {
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.get(row).containsKey(name)) {
                throw new DataException("no column '" + name + "' in "
                        + (rows.size() == 1 ? "the row" : "row " + (row + 1))
                        + NearMiss.hint(name, rows.get(row).keySet()) + " columns given: "
                        + String.join(
                                ", ", rows.get(row).keySet().stream().sorted().toList())
                        + "; give null where the value is missing");
            }
        }
    }

    @Nullable
    Object at(int row) {
        return rows.get(row).get(name);
    }

    boolean isMissing(int row) {
        Object value = at(row);
        return value == null
                || value instanceof Double real && real.isNaN()
                || value instanceof Float real && real.isNaN()
                || value instanceof CharSequence text && text.isEmpty();
    }

    /** The number of a cell that is not missing. */
    double number(int row, CellKind kind) {
        double number = kind.ofValue(at(row));
        if (!Double.isFinite(number)) {
            throw refusal(row, kind.wanted());
        }
        return number;
    }

    /** The text of a cell that is not missing: of a whole number its digits, of a truth value true or false. */
    String text(int row) {
        Object value = at(row);
        if (value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof Temporal) {
            String text = value.toString();
            return value instanceof Number && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        }
        throw refusal(row, "a text");
    }

    private DataException refusal(int row, String wanted) {
        Object value = at(row);
        return new DataException(
                "column '" + name + "' is '" + value + "' (" + value.getClass().getSimpleName() + ")"
                        + (rows.size() == 1 ? "" : " in row " + (row + 1)) + " where " + wanted
                        + " is needed; give one, or null where it is missing");
    }
}
