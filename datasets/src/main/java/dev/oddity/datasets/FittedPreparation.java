package dev.oddity.datasets;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A preparation with its numbers learnt from training rows. */
public final class FittedPreparation {

    /** Rows prepared at a time: few enough that their part of the block stays in the processor's cache. */
    private static final int BATCH = 1_024;

    private final List<FittedColumn> columns;
    private final List<String> names;
    private final Layout layout;
    private final List<String> warnings;

    FittedPreparation(List<FittedColumn> columns, Layout layout, List<String> warnings) {
        this.columns = List.copyOf(columns);
        this.layout = layout;
        this.names =
                columns.stream().flatMap(column -> column.features().stream()).toList();
        this.warnings = List.copyOf(warnings);
    }

    /**
     * The given rows of a table that has the fitted columns, prepared: finite numbers, rows in the order given, in the
     * layout of the data it was fitted on: flat, as images, or as the windows that lie inside the rows. Columns that were
     * not fitted are not looked at.
     *
     * @param rows row numbers from 0; a row may be given twice
     * @throws DataException if the table lacks a fitted column, or a cell cannot be turned into a finite number
     */
    public Features transform(Table table, int[] rows) {
        int stride = names.size();
        long numbers = (long) rows.length * stride;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new DataException(
                    rows.length + " rows of " + stride
                            + " numbers are more than one block holds (2,147,483,639 numbers); take fewer rows with .sample(..)");
        }
        float[] block = new float[(int) numbers];
        List<FittedColumn.Writer> writers = columns.stream()
                .map(column -> column.writer(find(table, column)))
                .toList();
        for (int from = 0; from < rows.length; from += BATCH) {
            int to = Math.min(from + BATCH, rows.length);
            int offset = from * stride;
            for (int i = 0; i < writers.size(); i++) {
                writers.get(i).write(rows, from, to, block, offset, stride);
                offset += columns.get(i).features().size();
            }
        }
        return layout.arrange(new Features(block, new int[] {rows.length, stride}, names), rows);
    }

    private static Column<?> find(Table table, FittedColumn column) {
        return table.columns().stream()
                .filter(candidate -> candidate.name().equals(column.name()))
                .findFirst()
                .orElseThrow(() -> new DataException("no column '" + column.name() + "' in the table to prepare"
                        + NearMiss.hint(column.name(), table.columnNames()) + " columns: "
                        + String.join(", ", table.columnNames())));
    }

    /** All rows of a table. */
    public Features transform(Table table) {
        return transform(table, IntStream.range(0, table.rowCount()).toArray());
    }

    /** What the rows are to a detector. */
    public Layout layout() {
        return layout;
    }

    /** What happened while fitting that a reader should know, such as constant columns dropped; one sentence each. */
    public List<String> warnings() {
        return warnings;
    }

    /** All it learnt, as a tree of maps, lists, strings, numbers and booleans: fit to be written as JSON. */
    public Map<String, Object> state() {
        return Map.of(
                "columns",
                columns.stream().map(FittedColumn::state).toList(),
                "layout",
                layout.describe(),
                "warnings",
                warnings);
    }

    /** The preparation that {@link #state()} described; it prepares every row to the same bits. */
    public static FittedPreparation restore(Map<String, Object> state) {
        return new FittedPreparation(
                State.trees(state, "columns").stream()
                        .<FittedColumn>map(FittedColumn::restore)
                        .toList(),
                Layout.restore(State.tree(state, "layout")),
                State.texts(state, "warnings"));
    }
}
