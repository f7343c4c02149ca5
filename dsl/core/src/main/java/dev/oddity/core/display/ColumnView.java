package dev.oddity.core.display;

import java.util.List;
import tech.tablesaw.columns.Column;

/** Shows a column of a Tablesaw table, its rows numbered from 0. */
record ColumnView(Column<?> column) implements Displayable {

    @Override
    public MimeBundle display() {
        Excerpt shown = Excerpt.of(column.size(), TableView.ROWS);
        int[] places = shown.indices();
        return new Grid(caption(column), List.of(Cells.numbering(shown.places()), Cells.of(column, places)), shown)
                .display();
    }

    /** Name, size and type. */
    static String caption(Column<?> column) {
        return column.name() + ": " + ValueText.count(column.size(), "row") + " of "
                + column.type().name();
    }
}
