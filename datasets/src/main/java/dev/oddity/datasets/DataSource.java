package dev.oddity.datasets;

import java.util.List;
import java.util.Map;

/**
 * What to load, how to divide it and how to prepare it: an immutable value. Nothing is read until {@link #load()}.
 *
 * <p>The catalogue's entries, {@code csv(..)}, {@code table(..)} and {@code synthetic(..)} all give one. Each knows a
 * split and a preparation that suit it; {@link #split(Split)} and {@link #prepare(Preparation)} replace them.
 */
public interface DataSource {

    /** The noun it was made with, such as {@code kdd99}. */
    String name();

    /** All that decides which numbers a detector sees, as a tree of maps, lists, strings, numbers and booleans. */
    Map<String, Object> describe();

    /** Reads the data. Each call reads again; the caller keeps the result. */
    Dataset load();

    /** The same, with somebody told how far a download is; a source that fetches nothing tells nothing. */
    default Dataset load(LoadListener listener) {
        return load();
    }

    Split split();

    Preparation preparation();

    DataSource split(Split split);

    DataSource prepare(Preparation preparation);

    /**
     * The same data thinned to a uniform random sample, for a quick try. Drawn after loading with a seed of its own (1), in
     * the file's order and regardless of labels, so that it is the same rows in every experiment.
     *
     * @param rows how many; all rows if there are fewer
     * @throws DataException when loading, if the sample holds no anomaly
     */
    default DataSource sample(int rows) {
        throw new DataException(name() + " cannot be sampled; leave .sample(..) out");
    }

    /**
     * The rows as points of a series, in order, seen through sliding windows of so many rows: shaped steps × features. One
     * window starts at every row; {@link WindowedSource#stride} starts fewer. Refused when loading if a row is an image or a
     * window already.
     *
     * @param length rows in a window, at least 1
     */
    default WindowedSource windows(int length) {
        return new WindowedSource(this, new Windows(length, 1));
    }

    /**
     * The same series with anomalies put into it, and labelled; call it again for more kinds. Before or after {@code windows};
     * of several series in one table after {@link WindowedSource#groups}, so that each is looked at by itself.
     */
    default InjectedSource inject(Injection injection) {
        return new InjectedSource(this, List.of(injection), 1);
    }
}
