package dev.oddity.datasets;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.DoublePredicate;
import java.util.function.IntToDoubleFunction;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * The cells of a column read as numbers. Dates are days and timestamps seconds since 1970 began (UTC). Missing ones are NaN, and what is no finite number is refused by name and row.
 */
record NumberCells(String name, IntToDoubleFunction cell) {

    static NumberCells of(Column<?> column) {
        String name = column.name();
        if (column instanceof NumericColumn<?> numbers) {
            return new NumberCells(name, row -> numbers.isMissing(row) ? Double.NaN : numbers.getDouble(row));
        }
        if (column instanceof BooleanColumn booleans) {
            return new NumberCells(
                    name, row -> booleans.isMissing(row) ? Double.NaN : Boolean.TRUE.equals(booleans.get(row)) ? 1 : 0);
        }
        if (column instanceof StringColumn text) {
            return new NumberCells(name, row -> parsed(text, row));
        }
        if (column instanceof DateColumn dates) {
            return new NumberCells(
                    name,
                    row -> dates.isMissing(row) ? Double.NaN : dates.get(row).toEpochDay());
        }
        if (column instanceof DateTimeColumn times) {
            return new NumberCells(
                    name,
                    row -> times.isMissing(row)
                            ? Double.NaN
                            : seconds(times.get(row).toInstant(ZoneOffset.UTC)));
        }
        if (column instanceof InstantColumn instants) {
            return new NumberCells(name, row -> instants.isMissing(row) ? Double.NaN : seconds(instants.get(row)));
        }
        throw new DataException(
                "column '" + name + "' holds values of type " + column.type().name()
                        + ", which are neither numbers, text nor dates; leave it out, or turn it into numbers first");
    }

    private static double seconds(Instant instant) {
        return instant.getEpochSecond() + 1e-9 * instant.getNano();
    }

    /** A column of numbers in training may be read as text later: by one cell that is no number. */
    private static double parsed(StringColumn text, int row) {
        if (text.isMissing(row)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text.get(row));
        } catch (NumberFormatException noNumber) {
            throw new DataException(
                    "column '" + text.name() + "' holds numbers, but row " + (row + 1) + " holds '" + text.get(row)
                            + "'; correct that row, or leave it empty and add impute(median()) to .prepare(..)",
                    noNumber);
        }
    }

    /** Puts the cells of {@code rows[from..to)} to the beginning of {@code values}. */
    void read(int[] rows, int from, int to, double[] values) {
        for (int i = from; i < to; i++) {
            double value = cell.applyAsDouble(rows[i]);
            if (Double.isInfinite(value)) {
                throw infinite(rows);
            }
            values[i - from] = value;
        }
    }

    /** Refuses a NaN among the first {@code to - from} values, which came from {@code rows[from..to)}. */
    void refuseMissing(int[] rows, double[] values, int from, int to) {
        for (int i = 0; i < to - from; i++) {
            if (Double.isNaN(values[i])) {
                throw missing(rows);
            }
        }
    }

    private DataException missing(int[] rows) {
        return new DataException("column '" + name + "' has " + count(rows, Double::isNaN, "missing value")
                + ", and a detector needs numbers; add impute(median()) to .prepare(..), before any scaling");
    }

    private DataException infinite(int[] rows) {
        return new DataException("column '" + name + "' has " + count(rows, Double::isInfinite, "infinite value")
                + ", and a detector needs finite numbers; correct them, or leave the column out");
    }

    /** {@code 3 missing values in 100 rows (the first in row 17)}; rows are counted from 1. */
    private String count(int[] rows, DoublePredicate bad, String what) {
        int found = 0;
        int first = 0;
        for (int row : rows) {
            if (bad.test(cell.applyAsDouble(row))) {
                found++;
                first = found == 1 ? row + 1 : first;
            }
        }
        return found + " " + what + (found == 1 ? "" : "s") + " in " + rows.length + " rows (the first in row " + first
                + ")";
    }
}
