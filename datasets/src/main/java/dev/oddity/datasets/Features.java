package dev.oddity.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a detector sees: one float32 block, row-major. Tables are rows × features, images rows × channels × height ×
 * width, windows rows × steps × features.
 *
 * @param values the numbers, row after row; shared, not copied: do not write to it
 * @param shape its dimensions, rows first; their product is {@code values.length}
 * @param names one name per number of a row, in order; empty where numbers have no names (pixels)
 */
public record Features(float[] values, int[] shape, List<String> names) {

    public Features {
        if (Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact) != values.length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " does not hold " + values.length + " numbers");
        }
        names = List.copyOf(names);
    }

    /** A table of {@code values.length / columns} rows with columns named x0, x1, …. */
    public static Features of(float[] values, int columns) {
        return new Features(
                values,
                new int[] {values.length / columns, columns},
                IntStream.range(0, columns).mapToObj(i -> "x" + i).toList());
    }

    /** A table from rows of equal length. */
    public static Features of(float[][] rows) {
        int columns = rows[0].length;
        float[] values = new float[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * columns, columns);
        }
        return of(values, columns);
    }

    public int rows() {
        return shape[0];
    }

    /** Numbers in one row, whatever its shape. */
    public int columns() {
        int columns = 1;
        for (int i = 1; i < shape.length; i++) {
            columns *= shape[i];
        }
        return columns;
    }

    public float at(int row, int column) {
        return values[row * columns() + column];
    }

    /** A copy of the rows {@code from} (inclusive) to {@code to} (exclusive). */
    public Features slice(int from, int to) {
        int columns = columns();
        return withRows(Arrays.copyOfRange(values, from * columns, to * columns), to - from);
    }

    /** A copy of the named rows, in the order given. */
    public Features select(int[] rows) {
        int columns = columns();
        float[] chosen = new float[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * columns, chosen, i * columns, columns);
        }
        return withRows(chosen, rows.length);
    }

    private Features withRows(float[] chosen, int rows) {
        int[] chosenShape = shape.clone();
        chosenShape[0] = rows;
        return new Features(chosen, chosenShape, names);
    }

    @Override
    public String toString() {
        return "Features" + Arrays.toString(shape);
    }
}
