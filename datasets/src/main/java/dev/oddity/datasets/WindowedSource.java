package dev.oddity.datasets;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source whose rows are the points of a series, seen through {@link Windows}.
 *
 * <p>It takes the split and the preparation of its source, with one exception: where the source's own split, left as it is,
 * draws rows one by one ({@link Holdout}, {@link NormalOnly}, {@link Stratified}), the first 60 % of the rows train, without
 * their anomalies, and the later ones test; with {@link #groups}, 60 % of the rows in whole groups. Such a split that was
 * chosen is refused when it divides.
 *
 * <p>No window lies in two groups of a split by groups, or of {@link #groups}, and in a split {@link Temporal#by} a column
 * windows go by its time: rows are put in that order when they are loaded, one group after the other.
 */
public final class WindowedSource implements DataSource {

    private static final double TRAIN_SHARE = 0.6;
    private static final Split IN_TIME = Splits.temporal(TRAIN_SHARE).normalOnly();

    private final DataSource points;
    private final Windows windows;
    private final @Nullable String groups;
    private final @Nullable Split split;
    private final @Nullable Preparation preparation;

    WindowedSource(DataSource points, Windows windows) {
        this(points, windows, null, null, null);
    }

    private WindowedSource(
            DataSource points,
            Windows windows,
            @Nullable String groups,
            @Nullable Split split,
            @Nullable Preparation preparation) {
        this.points = points;
        this.windows = windows;
        this.groups = groups;
        this.split = split;
        this.preparation = preparation;
    }

    /** Starts windows so many rows apart instead of at every row. */
    public WindowedSource stride(int rows) {
        return new WindowedSource(points, new Windows(windows.length(), rows), groups, split, preparation);
    }

    /**
     * Says that the rows are those of several series (machines, customers), told apart by the values of this column: a window
     * lies in one of them. The column may be one that is dropped from the features. The groups of a split are series without
     * it.
     */
    public WindowedSource groups(String column) {
        return new WindowedSource(points, windows, column, split, preparation);
    }

    @Override
    public String name() {
        return points.name();
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>(points.describe());
        tree.put("windows", windows.describe());
        if (groups != null) {
            tree.put("windowGroups", groups);
        }
        tree.put("split", split().describe());
        tree.put("preparation", preparation().describe());
        return tree;
    }

    @Override
    public Dataset load() {
        return load(LoadListener.NONE);
    }

    @Override
    public Dataset load(LoadListener listener) {
        if (points.describe().containsKey("sample")) {
            throw new DataException(
                    points + ".windows(..): a sample lacks most points between those it took, so that a"
                            + " window would join what does not belong together; leave .sample(..) out, or take a larger .stride(..)");
        }
        Dataset data = points.load(listener);
        if (!data.layout().equals(Layout.table())) {
            throw new DataException(points + "." + windows + ": a row of " + data.name() + " is "
                    + (data.layout() instanceof RowShape ? "an example of shape " : "seen through ") + data.layout()
                    + " already, not a point of a series; leave this .windows(..) out");
        }
        return SeriesOrder.arrange(data, windows, groups, split());
    }

    @Override
    public Split split() {
        if (split != null) {
            return split;
        }
        Split own = points.split();
        if (isChosen(own) || !(own instanceof Holdout || own instanceof NormalOnly || own instanceof Stratified)) {
            return own;
        }
        return groups == null
                ? IN_TIME
                : Splits.holdout(TRAIN_SHARE).groups(groups).normalOnly();
    }

    /** A source's text names a split that was given to it: given once more, the text stays. */
    private boolean isChosen(Split own) {
        return points.split(own).toString().equals(points.toString());
    }

    @Override
    public Preparation preparation() {
        return preparation == null ? points.preparation() : preparation;
    }

    @Override
    public WindowedSource split(Split chosen) {
        return new WindowedSource(points, windows, groups, chosen, preparation);
    }

    @Override
    public WindowedSource prepare(Preparation chosen) {
        return new WindowedSource(points, windows, groups, split, chosen);
    }

    @Override
    public String toString() {
        return points + "." + windows
                + (groups == null ? "" : ".groups(\"" + groups + "\")")
                + (split == null ? "" : ".split(" + split + ")")
                + (preparation == null ? "" : ".prepare(" + preparation + ")");
    }
}
