package dev.oddity.core.display;

import java.util.Collection;

/**
 * Shows a collection as a table numbered from 0: records of one class, and maps with the same keys, with a column for each
 * of their parts. Of a long one the first and the last items; the others are not copied.
 *
 * @param items shown in the order of their iterator
 */
record CollectionView(Collection<?> items) implements Displayable {

    @Override
    public MimeBundle display() {
        if (items.isEmpty()) {
            return MimeBundle.text("[]");
        }
        Items shown = Items.of(items, TableView.ROWS, item -> item);
        Cells numbers = Cells.numbering(shown.excerpt().places());
        return Columns.of(shown.shown())
                .grid(ValueText.kind(items), items.size(), "item", numbers, shown.excerpt())
                .display();
    }
}
