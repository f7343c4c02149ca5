package dev.oddity.core.display;

import java.util.Arrays;

/**
 * Shows an array of objects as text, of records of one class or of maps with the same keys as a table.
 *
 * @param items no arrays: see {@link MatrixView}
 */
record ArrayView(Object[] items) implements Displayable {

    @Override
    public MimeBundle display() {
        Items shown = Items.of(Arrays.asList(items), TableView.ROWS, item -> item);
        Columns columns = Columns.of(shown.shown());
        return columns.of().isEmpty()
                ? MimeBundle.text(ValueText.of(items))
                : columns.grid(
                                "array",
                                items.length,
                                "item",
                                Cells.numbering(shown.excerpt().places()),
                                shown.excerpt())
                        .display();
    }
}
