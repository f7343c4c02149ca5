package dev.oddity.datasets;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A set of rows of a table, equal where every cell is: numbers as numbers ({@code -0} is 0, a missing number equals a missing
 * number), all else as text. A hash table with open addressing that keeps row numbers only.
 */
final class RowSet {

    private static final int EMPTY = -1;

    private final List<IntToLongFunction> cells;
    private int[] slots = new int[16];
    private int size;

    private RowSet(List<IntToLongFunction> cells) {
        this.cells = cells;
        Arrays.fill(slots, EMPTY);
    }

    static RowSet of(Table table, int[] rows) {
        RowSet set = new RowSet(table.columns().stream().map(RowSet::cells).toList());
        for (int row : rows) {
            set.add(row);
        }
        return set;
    }

    /** Numbers that are equal exactly where the cells are. */
    private static IntToLongFunction cells(Column<?> column) {
        if (column instanceof LongColumn longs) {
            return longs::getLong;
        }
        if (column instanceof NumericColumn<?> numbers) {
            long missing = Double.doubleToLongBits(Double.NaN);
            return row -> numbers.isMissing(row) ? missing : Double.doubleToLongBits(numbers.getDouble(row) + 0.0);
        }
        if (column instanceof StringColumn text) {
            return row -> text.getDictionary().getKeyForIndex(row);
        }
        Map<String, Long> codes = new HashMap<>();
        long[] code = new long[column.size()];
        for (int row = 0; row < code.length; row++) {
            code[row] = codes.computeIfAbsent(column.getUnformattedString(row), value -> (long) codes.size());
        }
        return row -> code[row];
    }

    /** False if an equal row is there already. */
    boolean add(int row) {
        if (2 * size >= slots.length) {
            grow();
        }
        int slot = slot(row);
        if (slots[slot] != EMPTY) {
            return false;
        }
        slots[slot] = row;
        size++;
        return true;
    }

    boolean holds(int row) {
        return slots[slot(row)] != EMPTY;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[2 * old.length];
        Arrays.fill(slots, EMPTY);
        for (int row : old) {
            if (row != EMPTY) {
                slots[slot(row)] = row;
            }
        }
    }

    /** Where an equal row is, or where this one belongs. */
    private int slot(int row) {
        int slot = hash(row) & slots.length - 1;
        while (slots[slot] != EMPTY && !equal(slots[slot], row)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private int hash(int row) {
        long hash = 0;
        for (IntToLongFunction cell : cells) {
            // The odd constant of Fibonacci hashing, 2^64 divided by the golden ratio.
            hash = (Long.rotateLeft(hash, 5) ^ cell.applyAsLong(row)) * 0x9E3779B97F4A7C15L;
        }
        return (int) (hash >>> 32);
    }

    private boolean equal(int a, int b) {
        for (IntToLongFunction cell : cells) {
            if (cell.applyAsLong(a) != cell.applyAsLong(b)) {
                return false;
            }
        }
        return true;
    }
}
