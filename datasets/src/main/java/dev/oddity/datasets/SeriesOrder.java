package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which windows go through rows: one series after the other, each in the order of time.
 *
 * @param rows row numbers in that order
 * @param starts places in it at which a new series begins, ascending, without the first; empty if there is one series
 */
record SeriesOrder(int[] rows, List<Integer> starts) {

    /** Rows with one value in each of these columns are a series; it goes by {@code time}, or by the order of the data. */
    private static SeriesOrder of(Dataset data, Set<String> groups, @Nullable String time) {
        int[] inTime = time == null ? RowOrder.range(0, data.rows()) : Temporal.ordered(data.column(time), data.name());
        if (groups.isEmpty()) {
            return new SeriesOrder(inTime, List.of());
        }
        IntStream.Builder rows = IntStream.builder();
        List<Integer> starts = new ArrayList<>();
        int place = 0;
        for (int[] group : RowGroups.in(data, List.copyOf(groups), inTime).groups()) {
            if (place > 0) {
                starts.add(place);
            }
            place += group.length;
            IntStream.of(group).forEach(rows);
        }
        return new SeriesOrder(rows.build().toArray(), starts);
    }

    /**
     * The data as windows need them: rows in order, and windows that know where a series begins. The series are the groups
     * of the split and those named beside it; the time is that of the split.
     *
     * @param named column whose values are series, besides the groups of the split; null for none
     * @throws DataException if rows must change places and the split goes by their places
     */
    static Dataset arrange(Dataset data, Windows windows, @Nullable String named, Split split) {
        Split dividing = SplitModifier.innermost(split);
        Set<String> groups = new TreeSet<>();
        if (named != null) {
            groups.add(named);
        }
        String whole = RowGroups.column(dividing);
        if (whole != null) {
            groups.add(whole);
        }
        String time = dividing instanceof Temporal temporal ? temporal.column() : null;
        SeriesOrder order = of(data, groups, time);
        boolean moves = IntStream.range(0, data.rows()).anyMatch(place -> order.rows[place] != place);
        if (moves && time == null && whole == null) {
            throw new DataException("the rows of one '" + named + "' do not stand together in " + data.name() + ", and "
                    + split + " goes by where rows stand; name the time, temporal(0.6).by(..), or sort the data by '"
                    + named + "'");
        }
        return (moves ? data.inOrder(order.rows) : data)
                .withLayout(windows.ofSeries(order.starts).groupedBy(groups));
    }
}
