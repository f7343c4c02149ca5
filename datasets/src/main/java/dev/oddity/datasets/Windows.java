package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A series seen through a sliding window: an example is {@code length} consecutive rows, shaped steps × features.
 *
 * <p>Windows are cut after the split, inside each unbroken run of a part's rows: the first begins with the run, the next
 * {@code stride} rows later, the last ends within it. So none crosses the split, nor a place where rows were left out, nor
 * one where another series begins; rows at the end of a run that no whole window reaches are in none, and neither is a run
 * shorter than a window. A window is an anomaly if any of its rows is.
 *
 * @param length rows in a window, at least 1
 * @param stride rows from the start of one to the start of the next, at least 1
 * @param seriesStarts rows of the data at which a new series begins, ascending, without the first; empty if the data are one
 *     series. Of these data only: {@link #describe} leaves them out
 * @param groups columns by whose values rows of other data are those of several series; none if they are one series
 */
public record Windows(int length, int stride, List<Integer> seriesStarts, List<String> groups) implements Layout {

    public Windows {
        seriesStarts = List.copyOf(seriesStarts);
        groups = List.copyOf(groups);
        if (length < 1) {
            throw new DataException("windows(" + length + "): a window has at least one row, such as windows(64)");
        }
        if (stride < 1) {
            throw new DataException(
                    "stride(" + stride + "): windows start at least one row apart, such as stride(1) or stride(16)");
        }
    }

    /** Windows of one series. */
    public Windows(int length, int stride) {
        this(length, stride, List.of());
    }

    /** Windows of data in which new series begin at these rows. */
    public Windows(int length, int stride, List<Integer> seriesStarts) {
        this(length, stride, seriesStarts, List.of());
    }

    /** The same windows of data in which new series begin at these rows. */
    Windows ofSeries(List<Integer> starts) {
        return new Windows(length, stride, starts, groups);
    }

    /** The same windows of data whose series these columns tell apart. */
    Windows groupedBy(Collection<String> columns) {
        return new Windows(length, stride, seriesStarts, List.copyOf(columns));
    }

    @Override
    public int examples(int[] rows) {
        return starts(rows).length;
    }

    @Override
    public boolean[] labels(boolean[] labels, int[] rows) {
        int[] starts = starts(rows);
        boolean[] anomalies = new boolean[starts.length];
        for (int window = 0; window < starts.length; window++) {
            for (int row = rows[starts[window]]; row < rows[starts[window]] + length; row++) {
                anomalies[window] |= labels[row];
            }
        }
        return anomalies;
    }

    @Override
    public Features arrange(Features prepared, int[] rows) {
        int[] starts = starts(rows);
        int features = prepared.columns();
        int numbers = blockSize(starts.length, features);
        float[] block = new float[numbers];
        for (int window = 0; window < starts.length; window++) {
            System.arraycopy(
                    prepared.values(), starts[window] * features, block, window * length * features, length * features);
        }
        List<String> names = new ArrayList<>();
        for (int step = 0; step < length && !prepared.names().isEmpty(); step++) {
            for (String name : prepared.names()) {
                names.add(name + "[" + step + "]");
            }
        }
        return new Features(block, new int[] {starts.length, length, features}, names);
    }

    private int blockSize(int windows, int features) {
        long numbers = (long) windows * length * features;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new DataException(windows + " windows of " + length + " × " + features
                    + " numbers are more than one block holds (2,147,483,639 numbers); take a larger .stride(..)");
        }
        return (int) numbers;
    }

    /**
     * Where each window starts.
     *
     * @param rows row numbers of a part
     * @return places in {@code rows}, ascending
     * @throws DataException if there are rows, but no run of them is as long as a window
     */
    public int[] starts(int[] rows) {
        IntStream.Builder starts = IntStream.builder();
        int longest = 0;
        for (int from = 0; from < rows.length; ) {
            int to = endOfRun(rows, from);
            for (int start = from; start + length <= to; start += stride) {
                starts.add(start);
            }
            longest = Math.max(longest, to - from);
            from = to;
        }
        if (rows.length > 0 && longest < length) {
            throw new DataException(
                    "windows(" + length + ") of " + rows.length + " rows: the longest run of consecutive"
                            + " rows among them has " + longest
                            + (seriesStarts.isEmpty() ? "" : ", and no window crosses the border of a series")
                            + "; take shorter windows, or a split that keeps rows together, such as one in time");
        }
        return starts.build().toArray();
    }

    private int endOfRun(int[] rows, int from) {
        int next = nextSeries(rows[from]);
        int to = from + 1;
        while (to < rows.length && rows[to] == rows[to - 1] + 1 && rows[to] < next) {
            to++;
        }
        return to;
    }

    /** The row at which the series after that of the given row begins. */
    private int nextSeries(int row) {
        int found = Collections.binarySearch(seriesStarts, row);
        int next = found < 0 ? -found - 1 : found + 1;
        return next < seriesStarts.size() ? seriesStarts.get(next) : Integer.MAX_VALUE;
    }

    /**
     * Scores of points from scores of windows: the mean over the windows that cover a point.
     *
     * @param scores one per window that the rows make
     * @param rows row numbers of the part that was windowed
     * @return one per entry of {@code rows}; NaN where no window covers it
     */
    public double[] meanPerPoint(double[] scores, int[] rows) {
        double[] sums = new double[rows.length];
        int[] covering = new int[rows.length];
        int[] starts = startsOf(scores, rows);
        for (int window = 0; window < starts.length; window++) {
            for (int point = starts[window]; point < starts[window] + length; point++) {
                sums[point] += scores[window];
                covering[point]++;
            }
        }
        for (int point = 0; point < sums.length; point++) {
            sums[point] = covering[point] == 0 ? Double.NaN : sums[point] / covering[point];
        }
        return sums;
    }

    /** The numbers of points from those of windows, the mean over the windows that cover a point; NaN where none does. */
    float[] meanPerPoint(Features windows, int[] rows) {
        int features = windows.columns() / length;
        double[] sums = new double[rows.length * features];
        int[] covering = new int[rows.length];
        int[] starts = starts(rows);
        for (int window = 0; window < starts.length; window++) {
            for (int step = 0; step < length; step++) {
                int point = starts[window] + step;
                covering[point]++;
                for (int feature = 0; feature < features; feature++) {
                    sums[point * features + feature] += windows.at(window, step * features + feature);
                }
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / covering[i / features]);
        }
        return means;
    }

    /** As {@link #meanPerPoint(double[], int[])}, but the largest score of the windows that cover a point: one odd window marks it. */
    public double[] maxPerPoint(double[] scores, int[] rows) {
        double[] largest = new double[rows.length];
        Arrays.fill(largest, Double.NaN);
        int[] starts = startsOf(scores, rows);
        for (int window = 0; window < starts.length; window++) {
            for (int point = starts[window]; point < starts[window] + length; point++) {
                largest[point] =
                        Double.isNaN(largest[point]) ? scores[window] : Math.max(largest[point], scores[window]);
            }
        }
        return largest;
    }

    private int[] startsOf(double[] scores, int[] rows) {
        int[] starts = starts(rows);
        if (starts.length != scores.length) {
            throw new DataException(
                    scores.length + " scores for " + starts.length + " windows; give one score per window");
        }
        return starts;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>(Map.of("layout", "windows", "length", length, "stride", stride));
        if (!groups.isEmpty()) {
            tree.put("groups", groups);
        }
        return tree;
    }

    /** {@code windows(64).stride(4)}. */
    @Override
    public String toString() {
        return "windows(" + length + ")" + (stride == 1 ? "" : ".stride(" + stride + ")");
    }
}
