package dev.oddity.core.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Shows numbers in any number of dimensions that lie elsewhere, such as on a graphics card, and fetches no more of them
 * than are shown: a vector below each other, a matrix as a table, of what is large the corners; of more dimensions the
 * first two and the last of the matrices that the last two dimensions make.
 *
 * @param caption what it is: kind, shape, type of its elements, where it lies
 * @param shape its lengths; none for a single number
 * @param blocks read, never changed
 */
public record TensorView(String caption, List<Long> shape, Blocks blocks) implements Displayable {

    /** Matrices shown of a tensor of three dimensions or more, and rows of each. */
    private static final int SLICES = 3;

    private static final int SLICE_ROWS = 9;

    public TensorView {
        shape = List.copyOf(shape);
    }

    /** Where the numbers are. */
    public interface Blocks {

        /**
         * The elements of one block in row-major order: numbers, or whatever else has a text.
         *
         * @param from the first index in each dimension
         * @param to in each dimension the index after the last
         */
        List<?> of(long[] from, long[] to);
    }

    @Override
    public MimeBundle display() {
        if (shape.isEmpty()) {
            return MimeBundle.text(caption + ": "
                    + ValueText.of(blocks.of(new long[0], new long[0]).get(0)));
        }
        if (shape.contains(0L)) {
            return MimeBundle.text(caption + ": empty");
        }
        if (shape.size() <= 2) {
            return grid(caption, new long[0], TableView.ROWS).display();
        }
        long[] leading = shape.stream()
                .limit(shape.size() - 2)
                .mapToLong(Long::longValue)
                .toArray();
        Excerpt shown = Excerpt.of(Arrays.stream(leading).reduce(1, Math::multiplyExact), SLICES);
        List<Grid> slices = new ArrayList<>();
        for (long place : shown.places()) {
            long[] index = index(place, leading);
            slices.add(grid(name(index), index, SLICE_ROWS));
        }
        return new Slices(caption, slices, shown).display();
    }

    /** The indices of the slice at a place in row-major order. */
    private static long[] index(long place, long[] lengths) {
        long[] index = new long[lengths.length];
        long left = place;
        for (int dimension = lengths.length - 1; dimension >= 0; dimension--) {
            index[dimension] = left % lengths[dimension];
            left /= lengths[dimension];
        }
        return index;
    }

    private static String name(long[] index) {
        return LongStream.of(index).mapToObj(Long::toString).collect(Collectors.joining(", ", "[", ", :, :]"));
    }

    /** The vector or matrix that is left when the first dimensions have these indices. */
    private Grid grid(String name, long[] leading, int rows) {
        boolean vector = shape.size() == leading.length + 1;
        Excerpt down = Excerpt.of(shape.get(leading.length), rows);
        Excerpt across = vector ? Excerpt.firstOf(1, 1) : Excerpt.of(shape.get(leading.length + 1), MatrixView.COLUMNS);
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (long column : across.places()) {
            values.add(new ArrayList<>());
        }
        for (Range some : down.ranges()) {
            int before = 0;
            for (Range side : across.ranges()) {
                List<?> block = vector
                        ? blocks.of(new long[] {some.from()}, new long[] {some.to()})
                        : blocks.of(with(leading, 0, some.from(), side.from()), with(leading, 1, some.to(), side.to()));
                int width = (int) (side.to() - side.from());
                for (int i = 0; i < block.size(); i++) {
                    values.get(before + i % width).add(block.get(i));
                }
                before += width;
            }
        }
        long[] places = across.places();
        List<Cells> columns = IntStream.range(0, places.length)
                .mapToObj(i -> Cells.of(vector ? "value" : "" + places[i], values.get(i)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (across.leftOut() > 0) {
            columns.add(across.head(), Cells.gap(down.places().length));
        }
        columns.add(0, Cells.numbering(down.places()));
        return new Grid(name, columns, down);
    }

    private static long[] with(long[] leading, int more, long... last) {
        return LongStream.concat(LongStream.of(leading).map(index -> index + more), LongStream.of(last))
                .toArray();
    }
}
