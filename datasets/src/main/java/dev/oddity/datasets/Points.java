package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** The points of a channel that an injection may change, and those it may learn from. */
final class Points {

    private Points() {}

    /** Points in a share: at least one. */
    static int in(double[] values, double share) {
        return Math.max(1, Share.of(values.length, share));
    }

    /** The points of a share in random order, none of them missing. */
    static int[] drawn(double[] values, double share, Random random) {
        int[] present = IntStream.range(0, values.length)
                .filter(point -> !Double.isNaN(values[point]))
                .toArray();
        int[] order = RowOrder.shuffled(present, random);
        return Arrays.copyOf(order, Math.min(order.length, in(values, share)));
    }

    /** Of each series the values that are there and no anomalies: what is ordinary in it. */
    static double[][] ordinary(double[] values, int[] series, boolean[] labels) {
        double[][] ordinary = new double[series.length == 0 ? 0 : series[series.length - 1] + 1][];
        for (int from = 0; from < series.length; ) {
            int to = end(series, from);
            ordinary[series[from]] = IntStream.range(from, to)
                    .filter(point -> !labels[point] && !Double.isNaN(values[point]))
                    .mapToDouble(point -> values[point])
                    .toArray();
            from = to;
        }
        return ordinary;
    }

    /** Where the series of a point ends: the first point of the next one, or the number of all points. */
    static int end(int[] series, int point) {
        int end = point;
        while (end < series.length && series[end] == series[point]) {
            end++;
        }
        return end;
    }
}
