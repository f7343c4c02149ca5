package dev.oddity.core.display;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Shows any value: tables, columns, matrices, records, and collections and maps of them as tables, values of libraries as
 * their {@link LibraryView} has it, all else as the text that {@link ValueText} has for it. What is long is shown in
 * part, and never copied.
 *
 * @param value read, never changed; users' code is run as far as values give their parts and texts by it
 */
public record ValueView(@Nullable Object value) implements Displayable {

    @Override
    public MimeBundle display() {
        return view().display();
    }

    @Override
    public MimeBundle display(String type) {
        return view().display(type);
    }

    private static Displayable ofArrays(Object[] array) {
        Class<?> rows = array.getClass().getComponentType();
        if (!rows.isArray()) {
            return new ArrayView(array);
        }
        return rows.getComponentType().isArray() ? new DeepArrayView(array) : new MatrixView(array);
    }

    private Displayable view() {
        if (value instanceof Displayable displayable) {
            return displayable;
        }
        if (value instanceof Table table) {
            return new TableView(table);
        }
        if (value instanceof Column<?> column) {
            return new ColumnView(column);
        }
        if (value instanceof Map<?, ?> map) {
            return new MapView(map);
        }
        if (value instanceof Collection<?> items) {
            return new CollectionView(items);
        }
        if (value instanceof Object[] array) {
            return ofArrays(array);
        }
        if (value instanceof Record one) {
            Components components = Components.of(one.getClass());
            if (!components.all().isEmpty()) {
                return new RecordView(one, components);
            }
        }
        Optional<LibraryView> ofLibrary = value == null ? Optional.empty() : LibraryView.of(value);
        return ofLibrary.isPresent() ? ofLibrary.get() : () -> MimeBundle.text(ValueText.of(value));
    }
}
