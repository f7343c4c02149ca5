package dev.oddity.core.display;

import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Shows a map as a table of two columns.
 *
 * @param map shown in its own order
 */
public record MapView(Map<?, ?> map) implements Displayable {

    @Override
    public MimeBundle display() {
        StringColumn keys = StringColumn.create("key");
        StringColumn values = StringColumn.create("value");
        map.forEach((key, value) -> {
            keys.append(String.valueOf(key));
            values.append(String.valueOf(value));
        });
        return new TableView(Table.create("map", keys, values)).display();
    }
}
