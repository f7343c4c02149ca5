package dev.oddity.datasets;

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
 * The cells of a column read as numbers. A missing cell is NaN, one that is not of the column's kind
 * {@link CellKind#UNREADABLE}.
 */
record NumberCells(String name, IntToDoubleFunction cell) {

    /** @param kind what the cells were in training */
    static NumberCells of(Column<?> column, CellKind kind) {
        IntToDoubleFunction present = present(column, kind);
        return new NumberCells(column.name(), row -> column.isMissing(row) ? Double.NaN : present.applyAsDouble(row));
    }

    /** The cells of row maps; one that is not of the kind is refused. */
    static NumberCells of(RowCells cells, CellKind kind) {
        return new NumberCells(cells.name(), row -> cells.isMissing(row) ? Double.NaN : cells.number(row, kind));
    }

    private static IntToDoubleFunction present(Column<?> column, CellKind kind) {
        if (column instanceof NumericColumn<?> numbers) {
            return kind == CellKind.NUMBER ? numbers::getDouble : row -> kind.ofNumber(numbers.getDouble(row));
        }
        if (column instanceof BooleanColumn booleans) {
            return row -> kind.ofNumber(Boolean.TRUE.equals(booleans.get(row)) ? 1 : 0);
        }
        if (column instanceof StringColumn text) {
            return row -> kind.ofText(text.get(row));
        }
        if (column instanceof DateColumn dates) {
            return row -> kind.ofDay(dates.get(row).toEpochDay());
        }
        if (column instanceof DateTimeColumn times) {
            return row -> kind.ofInstant(times.get(row).toInstant(ZoneOffset.UTC));
        }
        if (column instanceof InstantColumn instants) {
            return row -> kind.ofInstant(instants.get(row));
        }
        return row -> CellKind.UNREADABLE;
    }

    double at(int row) {
        return cell.applyAsDouble(row);
    }

    /** The cells of training rows; an infinite one is refused. */
    double[] read(int[] rows) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = at(rows[i]);
            if (Double.isInfinite(values[i])) {
                throw infinite(rows);
            }
        }
        return values;
    }

    /** Refuses a NaN among values that came from these rows. */
    void refuseMissing(int[] rows, double[] values) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                throw missing(rows);
            }
        }
    }

    /** Refuses a prepared value that is beyond the range of a float. */
    void refuseHuge(int[] rows, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite((float) values[i])) {
                throw new DataException("column '" + name + "' is " + values[i] + " in row " + (rows[i] + 1)
                        + " once prepared, and a float holds at most 3.4E38; add standard() or logScale() to"
                        + " .prepare(..), or leave the column out");
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
            if (bad.test(at(row))) {
                found++;
                first = found == 1 ? row + 1 : first;
            }
        }
        return found + " " + what + (found == 1 ? "" : "s") + " in " + rows.length + " rows (the first in row " + first
                + ")";
    }
}
