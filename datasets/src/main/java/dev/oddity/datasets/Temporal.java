package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * The earlier rows train, the later ones test. Of {@code n} rows in order of time, {@code ⌊n · trainShare⌋} are the training
 * side; of it the last {@code ⌊side · validationShare⌋} are set aside for validation. Nothing is random. Rows of the same time
 * keep the order of the data.
 *
 * @param trainShare share of all rows on the training side, in (0, 1)
 * @param column whose values give the order: numbers, dates, or texts by their letters, as ISO dates need; null for the order
 *     of the data
 * @param validationShare share of the training side kept for validation, in [0, 1)
 */
public record Temporal(double trainShare, @Nullable String column, double validationShare) implements Split {

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}.*)?");

    public Temporal {
        Share.requireInside("temporal", trainShare);
        Share.requireValidation(validationShare);
    }

    /** Orders rows by a column, which may be one that is dropped from the features. */
    public Temporal by(String timeColumn) {
        return new Temporal(trainShare, timeColumn, validationShare);
    }

    /**
     * Keeps the last part of the training side for choosing a threshold.
     *
     * @param share in [0, 1)
     */
    @Override
    public Temporal validation(double share) {
        return new Temporal(trainShare, column, share);
    }

    @Override
    public Partition of(Dataset dataset, Random random) {
        int[] order = order(dataset);
        if (column != null && dataset.layout() instanceof Windows windows) {
            requireAscending(order, windows, dataset.name());
        }
        int side = Share.of(order.length, trainShare);
        int trained = side - Share.of(side, validationShare);
        return RowOrder.partition(
                this,
                dataset,
                Arrays.copyOf(order, trained),
                Arrays.copyOfRange(order, trained, side),
                Arrays.copyOfRange(order, side, order.length),
                validationShare);
    }

    @Override
    public Optional<int[]> timeOrder(Dataset dataset) {
        return Optional.of(order(dataset));
    }

    private int[] order(Dataset dataset) {
        return column == null ? RowOrder.range(0, dataset.rows()) : ordered(dataset.column(column), dataset.name());
    }

    /** All rows, in the order of these times; rows of one time in the order of the data. */
    static int[] ordered(Column<?> times, String name) {
        int missing = times.isMissing().isEmpty() ? -1 : times.isMissing().get(0);
        if (missing >= 0) {
            throw new DataException("the time '" + times.name() + "' of " + name + " is missing in row " + (missing + 1)
                    + "; every row needs one to be put in order: fill it in, or leave the row out");
        }
        if (times instanceof StringColumn texts) {
            requireIso(texts, name);
        }
        Comparator<Integer> earlier = times instanceof NumericColumn<?> numbers
                ? Comparator.comparingDouble(numbers::getDouble)
                : (a, b) -> compare(times, a, b);
        return IntStream.range(0, times.size())
                .boxed()
                .sorted(earlier)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Windows take rows as they stand: in each series, time must not go back from one to the next. */
    private void requireAscending(int[] order, Windows windows, String name) {
        int[] rank = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            rank[order[place]] = place;
        }
        for (int row = 1; row < rank.length; row++) {
            if (rank[row] < rank[row - 1] && Collections.binarySearch(windows.seriesStarts(), row) < 0) {
                throw new DataException("the time '" + column + "' of " + name + " goes back from row " + row
                        + " to row "
                        + (row + 1) + ", and windows take rows as they stand; say it to the source before it is loaded,"
                        + " which puts rows in order: .windows(" + windows.length() + ").split(" + this + ")");
            }
        }
    }

    /** Texts are put in order letter by letter, which is the order of time in the ISO forms only. */
    private static void requireIso(StringColumn texts, String name) {
        for (int row = 0; row < texts.size(); row++) {
            if (!ISO.matcher(texts.get(row)).matches()) {
                throw new DataException(
                        "the time '" + texts.name() + "' of " + name + " is '" + texts.get(row) + "' in row "
                                + (row + 1)
                                + "; a text is a time in the form 2026-01-31 or 2026-01-31T23:59:59 only: rewrite it so,"
                                + " or give a number");
            }
        }
    }

    private static <T> int compare(Column<T> times, int a, int b) {
        return times.compare(times.get(a), times.get(b));
    }

    @Override
    public boolean exchangeable() {
        return false;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("split", "temporal");
        tree.put("trainShare", trainShare);
        tree.put("validationShare", validationShare);
        if (column != null) {
            tree.put("column", column);
        }
        return tree;
    }

    @Override
    public String toString() {
        return "temporal(" + trainShare + ")"
                + (column == null ? "" : ".by(\"" + column + "\")")
                + (validationShare > 0 ? ".validation(" + validationShare + ")" : "");
    }
}
