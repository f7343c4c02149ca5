package dev.oddity.datasets;

import java.util.List;
import java.util.Map;

/**
 * What the rows of a table are to a detector: an example each, perhaps of a shape ({@link RowShape}), or the points of a
 * series that is seen through {@link Windows}.
 */
public sealed interface Layout permits TableRows, RowShape, Windows {

    /** Each row is an example, its columns in no order that matters. */
    static Layout table() {
        return TableRows.INSTANCE;
    }

    /** How many examples the given rows make. */
    int examples(int[] rows);

    /**
     * One label per example.
     *
     * @param labels of all rows of the data
     * @param rows the rows that make the examples
     */
    boolean[] labels(boolean[] labels, int[] rows);

    /**
     * The examples that prepared rows make.
     *
     * @param prepared one row per entry of {@code rows}, in that order
     * @param rows their row numbers in the table, which tell where a series is interrupted
     */
    Features arrange(Features prepared, int[] rows);

    /** As a tree of maps, lists, strings and numbers: part of the data's identity and of a kept preparation. */
    Map<String, Object> describe();

    /** The layout that {@link #describe()} described. */
    static Layout restore(Map<?, ?> tree) {
        return switch (State.text(tree, "layout")) {
            case "windows" ->
                new Windows(
                        (int) State.number(tree, "length"),
                        (int) State.number(tree, "stride"),
                        List.of(),
                        tree.containsKey("groups") ? State.texts(tree, "groups") : List.of());
            case "shape" -> RowShape.restore(tree);
            default -> table();
        };
    }
}
