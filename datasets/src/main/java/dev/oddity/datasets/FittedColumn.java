package dev.oddity.datasets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.columns.Column;

/** What a preparation learnt about one column. */
sealed interface FittedColumn permits NumberColumn, CategoryColumn, OrdinalColumn {

    /** The column's name in the table. */
    String name();

    /** The names of the numbers it becomes. */
    List<String> features();

    /** Ready to write the cells of a column of that name. */
    Writer writer(Column<?> column);

    /** Ready to write the cells of that name of row maps. */
    Writer writer(RowCells cells);

    Map<String, Object> state();

    static FittedColumn restore(Map<?, ?> state) {
        return switch (State.text(state, "kind")) {
            case "oneHot" -> CategoryColumn.restore(state);
            case "ordinal" -> OrdinalColumn.restore(state);
            default -> NumberColumn.restore(state);
        };
    }

    /** Writes prepared cells into a row-major block. */
    interface Writer {

        /**
         * Writes the cells of {@code rows[from..to)}.
         *
         * @param block zero where it is written to
         * @param offset where the first number of row {@code from} goes
         * @param stride numbers in a row of the block
         */
        void write(int[] rows, int from, int to, float[] block, int offset, int stride);

        /** What a reader should know of the cells written so far, in one sentence. */
        default Optional<String> warning() {
            return Optional.empty();
        }
    }
}
