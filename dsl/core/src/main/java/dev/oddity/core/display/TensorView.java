package dev.oddity.core.display;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * Shows an array of arrays of arrays, or deeper, as text: its shape, by the first array of each depth, and below it what is
 * at its beginning.
 *
 * @param array three dimensions or more
 */
record TensorView(Object[] array) implements Displayable {

    @Override
    public MimeBundle display() {
        return MimeBundle.text(shape() + '\n' + ValueText.of(array));
    }

    private String shape() {
        StringBuilder shape = new StringBuilder();
        Class<?> type = array.getClass();
        @Nullable Object first = array;
        for (; type.isArray(); type = type.getComponentType()) {
            int length = first == null ? 0 : Array.getLength(first);
            shape.append('[').append(length).append(']');
            first = length == 0 || !type.getComponentType().isArray() ? null : Array.get(first, 0);
        }
        return type.getSimpleName() + shape;
    }
}
