package dev.oddity.core.display;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shows an array of arrays, of numbers or what else there is, as a table, with its shape; of a large one the corners. Rows
 * may be of different lengths, or missing.
 *
 * @param rows an array of arrays
 */
record MatrixView(Object[] rows) implements Displayable {

    /** Rows and columns shown at most. */
    private static final int ROWS = TableView.ROWS;

    static final int COLUMNS = 10;

    @Override
    public MimeBundle display() {
        int[] lengths = lengths();
        int shortest = IntStream.of(lengths).min().orElse(0);
        int longest = longest();
        if (longest == 0) {
            return MimeBundle.text(ValueText.of(rows));
        }
        String size = ValueText.kind(rows) + ": " + ValueText.count(rows.length, "row") + " × ";
        String width = ValueText.count(longest, "column");
        return grid(size + (shortest == longest ? width : shortest + " to " + width), ROWS)
                .display();
    }

    /** @param limit rows shown at most */
    Grid grid(String caption, int limit) {
        Excerpt down = Excerpt.of(rows.length, limit);
        int[] places = down.indices();
        List<Cells> columns = new ArrayList<>();
        columns.add(Cells.numbering(down.places()));
        columns.addAll(Grid.across(
                Excerpt.of(longest(), COLUMNS),
                places.length,
                column -> Cells.of("" + column, column(places, column))));
        return new Grid(caption, columns, down);
    }

    /** Columns of the longest row. */
    int longest() {
        return IntStream.of(lengths()).max().orElse(0);
    }

    private int[] lengths() {
        return IntStream.range(0, rows.length).map(this::length).toArray();
    }

    private int length(int row) {
        return rows[row] == null ? 0 : Array.getLength(rows[row]);
    }

    private List<@Nullable Object> column(int[] places, int column) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int row : places) {
            values.add(column < length(row) ? Array.get(rows[row], column) : null);
        }
        return values;
    }
}
