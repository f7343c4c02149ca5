package dev.oddity.core;

import dev.oddity.datasets.Features;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Layout;
import dev.oddity.datasets.Windows;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * The examples that raw rows make for a fitted detector: rows, or windows of them, prepared as those it was fitted on.
 *
 * @param detector its name
 * @param warnings told what was filled in the rows
 */
record Examples(String detector, FittedPreparation preparation, Consumer<String> warnings) {

    Features of(Table rows) {
        return preparation.transform(rows, all(rows), warnings);
    }

    Features of(List<? extends Map<String, ?>> rows) {
        return preparation.transform(rows, warnings);
    }

    Features of(Map<String, ?> row) {
        if (length() > 1) {
            throw new IllegalArgumentException(detector + "() was fitted on " + preparation.layout()
                    + ": one row is no window; give .score(rows) a table or a list of at least " + length() + " rows");
        }
        return of(List.of(row));
    }

    /**
     * The one that begins with a row.
     *
     * @param layout that tells where series of the rows begin
     */
    Features at(int row, Table rows, Layout layout) {
        requireWhole(row, rows.rowCount(), "table");
        return preparation.transform(
                rows, layout, IntStream.range(row, row + length()).toArray(), warnings);
    }

    Features at(int row, List<? extends Map<String, ?>> rows) {
        requireWhole(row, rows.size(), "list");
        return of(rows.subList(row, row + length()));
    }

    private void requireWhole(int row, int count, String rows) {
        if (row < 0 || row + length() > count) {
            throw new IllegalArgumentException("row " + row + ": the " + rows + " has rows 0 to " + (count - 1)
                    + (length() == 1 ? "" : ", and a window takes " + length() + " of them")
                    + (length() == 1 || count < length() ? "" : ": the last begins at row " + (count - length())));
        }
    }

    /** Rows in each. */
    int length() {
        return preparation.layout() instanceof Windows windows ? windows.length() : 1;
    }

    /** The row that each begins with. */
    int[] starts(Table rows) {
        return preparation.layout(rows) instanceof Windows windows ? windows.starts(all(rows)) : all(rows);
    }

    /** One score per row, of one per example. */
    double[] perRow(double[] scores, Table rows) {
        return preparation.layout(rows) instanceof Windows windows ? windows.meanPerPoint(scores, all(rows)) : scores;
    }

    static int[] all(Table rows) {
        return IntStream.range(0, rows.rowCount()).toArray();
    }
}
