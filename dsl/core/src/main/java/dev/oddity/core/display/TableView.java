package dev.oddity.core.display;

import java.util.function.BiPredicate;
import tech.tablesaw.api.Table;

/**
 * Shows a Tablesaw table, as HTML and as text: numbers to the right with their decimal points below each other, missing
 * values as a dash, and of a long or wide table the first and the last rows and columns only.
 *
 * @param table read, never changed
 * @param rows shown at most; at least 1
 */
public record TableView(Table table, int rows) implements Displayable {

    /** Rows shown when nothing else is said. */
    public static final int ROWS = 20;

    static final int COLUMNS = 40;

    public TableView {
        if (rows < 1) {
            throw new IllegalArgumentException("a table view of " + rows + " rows: show at least 1");
        }
    }

    public TableView(Table table) {
        this(table, ROWS);
    }

    @Override
    public MimeBundle display() {
        return grid(caption(table)).display();
    }

    /** As a piece of a page, without name and size. */
    public Html html() {
        return html((row, column) -> false);
    }

    /**
     * As a piece of a page, some cells in bold.
     *
     * @param bold says which, by row and column of the table
     */
    public Html html(BiPredicate<Integer, Integer> bold) {
        return new Html(grid("").markup((row, head) -> {
            int column = table.columnNames().indexOf(head);
            return column >= 0 && bold.test(Math.toIntExact(row), column);
        }));
    }

    /** For a terminal, name and size in the first line. */
    public String text() {
        return grid(caption(table)).text();
    }

    /** For a terminal, as part of another text: without name and size. */
    public String lines() {
        return grid("").lines();
    }

    /** Name and size. */
    static String caption(Table table) {
        String size = ValueText.count(table.rowCount(), "row") + " × " + ValueText.count(table.columnCount(), "column");
        return table.name() == null || table.name().isEmpty() ? size : table.name() + ": " + size;
    }

    private Grid grid(String caption) {
        Excerpt shown = Excerpt.of(table.rowCount(), rows);
        int[] places = shown.indices();
        Excerpt across = Excerpt.of(table.columnCount(), COLUMNS);
        return new Grid(
                caption, Grid.across(across, places.length, column -> Cells.of(table.column(column), places)), shown);
    }
}
