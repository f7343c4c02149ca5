package dev.oddity.datasets;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToLongFunction;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * How many test rows repeat a training row in every feature: what a detector that only remembers would know already.
 * Counted on the table before preparation. In a series, where points repeat and windows are what counts, it is not counted.
 *
 * @param test rows in the test part
 * @param repeated those of them that are verbatim copies of a training row
 */
public record Overlap(int test, int repeated) {

    /** Below this share nobody needs to be told. */
    private static final double WORTH_SAYING = 0.01;

    public static Overlap of(Dataset dataset, Partition parts) {
        if (dataset.layout() instanceof Windows) {
            return new Overlap(parts.test().length, 0);
        }
        List<IntToLongFunction> cells =
                dataset.table().columns().stream().map(Overlap::cells).toList();
        Set<Row> known = new HashSet<>();
        for (int row : parts.train()) {
            known.add(Row.of(cells, row));
        }
        int repeated = 0;
        for (int row : parts.test()) {
            repeated += known.contains(Row.of(cells, row)) ? 1 : 0;
        }
        return new Overlap(parts.test().length, repeated);
    }

    private static IntToLongFunction cells(Column<?> column) {
        if (column instanceof NumericColumn<?> numbers) {
            return row -> Double.doubleToLongBits(numbers.getDouble(row));
        }
        int[] codes = new int[column.size()];
        Map<String, Integer> known = new HashMap<>();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = known.computeIfAbsent(column.getString(row), text -> known.size());
        }
        return row -> codes[row];
    }

    /** Share of the test rows, in [0, 1]. */
    public double share() {
        return test == 0 ? 0 : (double) repeated / test;
    }

    /** {@code 71 % of the test rows are verbatim copies of training rows.} Empty below one in a hundred. */
    public Optional<String> note() {
        return share() < WORTH_SAYING
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "%.0f %% of the test rows are verbatim copies of training rows.", 100 * share()));
    }

    /** A row by its cells; the hash is kept, the cells are looked up again where hashes agree. */
    private record Row(List<IntToLongFunction> cells, int row, int hash) {

        static Row of(List<IntToLongFunction> cells, int row) {
            long hash = 0;
            for (IntToLongFunction cell : cells) {
                hash = (hash ^ cell.applyAsLong(row)) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 32;
            }
            return new Row(cells, row, (int) hash);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row that
                    && that.hash == hash
                    && cells.stream().allMatch(cell -> cell.applyAsLong(row) == cell.applyAsLong(that.row));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
