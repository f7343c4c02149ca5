package dev.oddity.core.evaluation;

import dev.oddity.datasets.Windows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The points behind test examples in the order of time, with their labels, and how their scores come from those of the
 * examples. Points that follow each other make a series; where one is left out between two, or has no score, a series ends
 * and the next begins.
 */
public final class Timeline {

    private final int examples;
    private final int[] places;
    private final boolean[] labels;
    private final UnaryOperator<double[]> pointScores;

    private Timeline(int examples, int[] places, boolean[] labels, UnaryOperator<double[]> pointScores) {
        this.examples = examples;
        this.places = places;
        this.labels = labels;
        this.pointScores = pointScores;
    }

    /**
     * Examples that are points themselves, each with its own score.
     *
     * @param places of the examples in time, in any order: equal to the place before plus 1 means next to it; distinct
     * @param labels one per example, true = anomaly
     */
    public static Timeline ofPoints(int[] places, boolean[] labels) {
        long[] placed = new long[places.length];
        for (int example = 0; example < placed.length; example++) {
            placed[example] = (long) places[example] << Integer.SIZE | example;
        }
        Arrays.sort(placed);
        int[] order = Arrays.stream(placed).mapToInt(value -> (int) value).toArray();
        boolean[] sorted = new boolean[order.length];
        for (int point = 0; point < order.length; point++) {
            sorted[point] = labels[order[point]];
        }
        return new Timeline(
                places.length,
                Arrays.stream(order).map(example -> places[example]).toArray(),
                sorted,
                scores -> Arrays.stream(order)
                        .mapToDouble(example -> scores[example])
                        .toArray());
    }

    /**
     * Points seen through windows: each scores the mean of the windows that hold it.
     *
     * @param rows row numbers of the points that were windowed, ascending
     * @param labels one per entry of {@code rows}, true = anomaly
     */
    public static Timeline ofWindows(Windows windows, int[] rows, boolean[] labels) {
        return new Timeline(
                windows.examples(rows),
                Arrays.stream(rows).map(row -> row + seriesBefore(windows, row)).toArray(),
                labels.clone(),
                scores -> windows.meanPerPoint(scores, rows));
    }

    /** How many series ended before the row: as many places are left free, so that two series never touch. */
    private static int seriesBefore(Windows windows, int row) {
        int found = Collections.binarySearch(windows.seriesStarts(), row);
        return found < 0 ? -found - 1 : found + 1;
    }

    void check(int scores) {
        if (scores != examples) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%,d scores but a timeline of %,d examples: give one score per example",
                    scores,
                    examples));
        }
    }

    List<Series> series(double[] scores) {
        double[] points = pointScores.apply(scores);
        List<Series> series = new ArrayList<>();
        for (Stretch scored : Stretch.where(points.length, point -> !Double.isNaN(points[point]))) {
            int from = scored.from();
            for (int to = from + 1; to <= scored.to(); to++) {
                if (to == scored.to() || places[to] != places[to - 1] + 1) {
                    series.add(new Series(Arrays.copyOfRange(points, from, to), Arrays.copyOfRange(labels, from, to)));
                    from = to;
                }
            }
        }
        return series;
    }
}
