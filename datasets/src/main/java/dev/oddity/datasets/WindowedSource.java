package dev.oddity.datasets;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source whose rows are the points of a series, seen through {@link Windows}.
 *
 * <p>It takes the split and the preparation of its source, with one exception: {@link Holdout}, {@link NormalOnly} and
 * {@link Stratified} draw rows at random and leave no windows, so that in their place the first 60 % of the rows train, without their anomalies,
 * and the later ones test.
 */
public final class WindowedSource implements DataSource {

    private static final Split IN_TIME = Splits.temporal(0.6).normalOnly();

    private final DataSource points;
    private final Windows windows;
    private final @Nullable Split split;
    private final @Nullable Preparation preparation;

    WindowedSource(DataSource points, Windows windows, @Nullable Split split, @Nullable Preparation preparation) {
        this.points = points;
        this.windows = windows;
        this.split = split;
        this.preparation = preparation;
    }

    /** Starts windows so many rows apart instead of at every row. */
    public WindowedSource stride(int rows) {
        return new WindowedSource(points, new Windows(windows.length(), rows), split, preparation);
    }

    @Override
    public String name() {
        return points.name();
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>(points.describe());
        tree.put("windows", windows.describe());
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
        return points.load(listener).withLayout(windows);
    }

    @Override
    public Split split() {
        if (split != null) {
            return split;
        }
        Split own = points.split();
        return own instanceof Holdout || own instanceof NormalOnly || own instanceof Stratified ? IN_TIME : own;
    }

    @Override
    public Preparation preparation() {
        return preparation == null ? points.preparation() : preparation;
    }

    @Override
    public WindowedSource split(Split chosen) {
        return new WindowedSource(points, windows, chosen, preparation);
    }

    @Override
    public WindowedSource prepare(Preparation chosen) {
        return new WindowedSource(points, windows, split, chosen);
    }

    @Override
    public String toString() {
        return points + "." + windows
                + (split == null ? "" : ".split(" + split + ")")
                + (preparation == null ? "" : ".prepare(" + preparation + ")");
    }
}
