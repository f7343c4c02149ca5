package dev.oddity.core.display;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows a map as a table of its keys and values, the values with a column for each part as {@link CollectionView} has it.
 *
 * @param map shown in its own order
 */
record MapView(Map<?, ?> map) implements Displayable {

    @Override
    public MimeBundle display() {
        if (map.isEmpty()) {
            return MimeBundle.text("{}");
        }
        // Some maps have one entry object for all.
        Items shown = Items.of(map.entrySet(), TableView.ROWS, SimpleImmutableEntry::new);
        List<@Nullable Object> keys = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (Object item : shown.shown()) {
            keys.add(item instanceof Map.Entry<?, ?> entry ? entry.getKey() : item);
            values.add(item instanceof Map.Entry<?, ?> entry ? entry.getValue() : null);
        }
        return Columns.of(values)
                .grid("map", map.size(), "key", Cells.of("key", keys).asLabel(), shown.excerpt())
                .display();
    }
}
