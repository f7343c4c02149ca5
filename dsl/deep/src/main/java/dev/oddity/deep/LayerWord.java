package dev.oddity.deep;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One word of {@link Layers}. The shape of a row is that of flat numbers, [n]; of a window, [steps, features]; or of an
 * image, [channels, height, width].
 */
sealed interface LayerWord {

    /** Why it does not take rows of this shape: what it needs, and the fix; empty if it takes them. */
    default String refusal(long[] row) {
        return "";
    }

    /** The shape of a row that has gone through. */
    default long[] shape(long[] row) {
        return row;
    }

    /** Rows × row → rows × {@link #shape}. */
    Layer layer(Layout layout, String place, long[] row, Limits limits);

    /** A linear layer over the numbers of a flat row; 0 is the width that its place needs. */
    record Dense(int width) implements LayerWord {

        @Override
        public long[] shape(long[] row) {
            return new long[] {width};
        }

        @Override
        public Layer layer(Layout layout, String place, long[] row, Limits limits) {
            int in = Widths.of(row);
            return limits.biases() ? Linear.in(layout, place, in, width) : Projection.in(layout, place, in, width);
        }

        @Override
        public String toString() {
            return width == 0 ? "dense()" : "dense(" + width + ")";
        }
    }

    record Bend(Activation activation) implements LayerWord {

        @Override
        public Layer layer(Layout layout, String place, long[] row, Limits limits) {
            return activation;
        }

        @Override
        public String toString() {
            return activation.layerWord() + "()";
        }
    }

    record Drop(double share) implements LayerWord {

        @Override
        public Layer layer(Layout layout, String place, long[] row, Limits limits) {
            return new Dropout((float) share);
        }

        @Override
        public String toString() {
            return "dropout(" + share + ")";
        }
    }

    /** By number where rows are flat, by channel of images, by feature of windows. */
    record NormaliseBatch() implements LayerWord {

        @Override
        public Layer layer(Layout layout, String place, long[] row, Limits limits) {
            int channels = Math.toIntExact(row.length == 2 ? row[1] : row[0]);
            return channelsFirst(row, BatchNorm.in(layout, place, channels));
        }

        @Override
        public String toString() {
            return "batchNorm()";
        }
    }

    /** Each row where rows are flat, each step of windows. */
    record NormaliseRow() implements LayerWord {

        @Override
        public String refusal(long[] row) {
            return row.length < 3 ? "" : "a flat row or a window; put flatten() before it, or take batchNorm()";
        }

        @Override
        public Layer layer(Layout layout, String place, long[] row, Limits limits) {
            return LayerNorm.in(layout, place, Math.toIntExact(row[row.length - 1]));
        }

        @Override
        public String toString() {
            return "layerNorm()";
        }
    }

    record Convolve(int channels, int stride) implements LayerWord {

        @Override
        public String refusal(long[] row) {
            return shaped(row);
        }

        @Override
        public long[] shape(long[] row) {
            long[] shape =
                    Arrays.stream(row).map(size -> (size - 1) / stride + 1).toArray();
            shape[row.length == 2 ? 1 : 0] = channels;
            return shape;
        }

        @Override
        public Layer layer(Layout layout, String place, long[] row, Limits limits) {
            int in = Math.toIntExact(row.length == 2 ? row[1] : row[0]);
            return channelsFirst(
                    row, Convolution.ofThree(layout, place, row.length - 1, in, channels, stride, limits.biases()));
        }

        @Override
        public String toString() {
            return "conv(" + channels + (stride == 1 ? "" : ", " + stride) + ")";
        }
    }

    record Pool() implements LayerWord {

        @Override
        public String refusal(long[] row) {
            return shaped(row);
        }

        @Override
        public long[] shape(long[] row) {
            return row.length == 2
                    ? new long[] {(row[0] + 1) / 2, row[1]}
                    : new long[] {row[0], (row[1] + 1) / 2, (row[2] + 1) / 2};
        }

        @Override
        public Layer layer(Layout layout, String place, long[] row, Limits limits) {
            return channelsFirst(row, new MaxPool());
        }

        @Override
        public String toString() {
            return "maxPool()";
        }
    }

    record Enlarge(Sizes to) implements LayerWord {

        @Override
        public String refusal(long[] row) {
            int axes = to.sizes().length;
            return row.length == axes + 1
                    ? ""
                    : axes == 1
                            ? "a window, steps × features; put reshape(steps, features) before it"
                            : "an image, channels × height × width; put reshape(channels, height, width) before it";
        }

        @Override
        public long[] shape(long[] row) {
            long[] sizes = to.sizes();
            return sizes.length == 1 ? new long[] {sizes[0], row[1]} : new long[] {row[0], sizes[0], sizes[1]};
        }

        @Override
        public Layer layer(Layout layout, String place, long[] row, Limits limits) {
            return channelsFirst(row, new Upsample(to.sizes()));
        }

        @Override
        public String toString() {
            return "upsample(" + to + ")";
        }
    }

    record Shaped(Sizes to) implements LayerWord {

        @Override
        public String refusal(long[] row) {
            int numbers = Widths.of(to.sizes());
            return numbers == Widths.of(row)
                    ? ""
                    : numbers + " numbers; put dense(" + numbers + ") before it, or name a shape of " + Widths.of(row)
                            + " numbers";
        }

        @Override
        public long[] shape(long[] row) {
            return to.sizes();
        }

        @Override
        public Layer layer(Layout layout, String place, long[] row, Limits limits) {
            return Reshape.rows(to.sizes());
        }

        @Override
        public String toString() {
            return "reshape(" + to + ")";
        }
    }

    record Flat() implements LayerWord {

        @Override
        public long[] shape(long[] row) {
            return new long[] {Widths.of(row)};
        }

        @Override
        public Layer layer(Layout layout, String place, long[] row, Limits limits) {
            return Reshape.rows(Widths.of(row));
        }

        @Override
        public String toString() {
            return "flatten()";
        }
    }

    /** Sizes of axes, equal by what they are. */
    record Sizes(List<Integer> each) {

        static Sizes of(int... sizes) {
            return new Sizes(Arrays.stream(sizes).boxed().toList());
        }

        long[] sizes() {
            return each.stream().mapToLong(Integer::longValue).toArray();
        }

        @Override
        public String toString() {
            return each.stream()
                    .map(size -> String.format(Locale.ROOT, "%d", size))
                    .collect(Collectors.joining(", "));
        }
    }

    private static String shaped(long[] row) {
        return row.length > 1
                ? ""
                : "an image, channels × height × width, or a window, steps × features; put reshape(..) before it";
    }

    /** The engine wants the features of a window before its steps. */
    private static Layer channelsFirst(long[] row, Layer layer) {
        if (row.length != 2) {
            return layer;
        }
        return layer instanceof Reversible reversible
                ? new Reversible.Chain(List.of(new Swap(), reversible, new Swap()))
                : new Swap().then(layer).then(new Swap());
    }
}
