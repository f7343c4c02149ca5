package dev.oddity.core.display;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows an array of arrays of arrays, or deeper: its shape, by the first array of each depth, and below it the first two
 * and the last of its matrices, each where it is had, {@code [0][1]}. If all of them are empty, as text.
 *
 * @param array three dimensions or more; arrays in it may be of different lengths, or missing
 */
record DeepArrayView(Object[] array) implements Displayable {

    /** Matrices shown, and rows of each. */
    private static final int SLICES = 3;

    private static final int SLICE_ROWS = 9;

    /** @param place as it is written in Java */
    private record Matrix(String place, MatrixView view) {}

    /** The matrices in their order: of many the first and the last are kept, and all are counted. */
    private static final class Matrices {

        private final List<Matrix> kept = new ArrayList<>();
        private int count;

        void collect(String place, Object[] array) {
            Failure.stopIfInterrupted();
            if (!array.getClass().getComponentType().getComponentType().isArray()) {
                if (count >= SLICES) {
                    kept.remove(SLICES - 1);
                }
                kept.add(new Matrix(place, new MatrixView(array)));
                count++;
                return;
            }
            for (int i = 0; i < array.length; i++) {
                if (array[i] != null) {
                    collect(place + '[' + i + ']', (Object[]) array[i]);
                }
            }
        }
    }

    @Override
    public MimeBundle display() {
        Matrices matrices = new Matrices();
        matrices.collect("", array);
        if (matrices.kept.stream().allMatch(matrix -> matrix.view().longest() == 0)) {
            return MimeBundle.text(shape() + '\n' + ValueText.of(array));
        }
        List<Grid> slices = matrices.kept.stream()
                .map(matrix -> matrix.view().grid(matrix.place(), SLICE_ROWS))
                .toList();
        return new Slices(shape(), slices, Excerpt.of(matrices.count, SLICES)).display();
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
