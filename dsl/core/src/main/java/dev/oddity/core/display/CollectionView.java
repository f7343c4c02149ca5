package dev.oddity.core.display;

import java.util.Collection;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Shows a collection as a numbered table, counted from 0.
 *
 * @param items shown in the order of their iterator
 */
public record CollectionView(Collection<?> items) implements Displayable {

    @Override
    public MimeBundle display() {
        IntColumn numbers = IntColumn.indexColumn("#", items.size(), 0);
        StringColumn values = StringColumn.create("value");
        items.forEach(item -> values.append(String.valueOf(item)));
        return new TableView(Table.create("list", numbers, values)).display();
    }
}
