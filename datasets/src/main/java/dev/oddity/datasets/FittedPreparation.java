package dev.oddity.datasets;

import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/** A preparation with its numbers learnt from training rows. */
public final class FittedPreparation {

    /** The given rows of a table that has the fitted columns, prepared. */
    public Features transform(Table table, int[] rows) {
        throw new UnsupportedOperationException();
    }

    /** All rows of a table. */
    public Features transform(Table table) {
        throw new UnsupportedOperationException();
    }

    /** What happened while fitting that a reader should know, such as constant columns dropped; one sentence each. */
    public List<String> warnings() {
        return List.of();
    }

    /** All it learnt, as a tree of maps, lists, strings, numbers and booleans: fit to be written as JSON. */
    public Map<String, Object> state() {
        return Map.of();
    }

    /** The preparation that {@link #state()} described. */
    public static FittedPreparation restore(Map<String, Object> state) {
        throw new UnsupportedOperationException();
    }
}
