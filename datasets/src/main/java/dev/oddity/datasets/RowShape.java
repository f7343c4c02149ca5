package dev.oddity.datasets;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A row is an example whose columns are the cells of a block, the last dimension running fastest: an image of channels ×
 * height × width, or a window of steps × features that the data were cut into already.
 *
 * <p>It needs every column. Where a preparation drops columns (scalings drop constant ones, such as the blank corners of
 * images) or adds some, the rows stay flat.
 *
 * @param dimensions of one row, each at least 1
 */
public record RowShape(List<Integer> dimensions) implements Layout {

    public RowShape {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty() || dimensions.stream().anyMatch(dimension -> dimension < 1)) {
            throw new DataException("a row of shape " + dimensions + ": a shape has dimensions of at least 1");
        }
    }

    /** An image of one row's columns: channel after channel, each row after row. */
    public static RowShape image(int channels, int height, int width) {
        return new RowShape(List.of(channels, height, width));
    }

    /** A window of one row's columns: step after step, each with all its features. */
    public static RowShape steps(int steps, int features) {
        return new RowShape(List.of(steps, features));
    }

    static RowShape restore(Map<?, ?> tree) {
        return new RowShape(DoubleStream.of(State.numbers(tree, "dimensions"))
                .mapToObj(dimension -> (int) dimension)
                .toList());
    }

    /** Numbers in a row. */
    public int columns() {
        return dimensions.stream().reduce(1, Math::multiplyExact);
    }

    @Override
    public int examples(int[] rows) {
        return rows.length;
    }

    @Override
    public boolean[] labels(boolean[] labels, int[] rows) {
        return TableRows.labelsOf(labels, rows);
    }

    @Override
    public Features arrange(Features prepared, int[] rows) {
        if (prepared.columns() != columns()) {
            return prepared;
        }
        int[] shape = IntStream.concat(
                        IntStream.of(prepared.rows()), dimensions.stream().mapToInt(Integer::intValue))
                .toArray();
        return new Features(prepared.values(), shape, prepared.names());
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("layout", "shape", "dimensions", dimensions);
    }

    /** {@code 1 × 28 × 28}. */
    @Override
    public String toString() {
        return String.join(
                " × ", Stream.of(dimensions.toArray()).map(String::valueOf).toList());
    }
}
