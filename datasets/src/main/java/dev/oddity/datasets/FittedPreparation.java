package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A preparation with its numbers learnt from training rows. */
public final class FittedPreparation {

    /** Rows prepared at a time: few enough that their part of the block stays in the processor's cache. */
    private static final int BATCH = 1_024;

    private final List<FittedColumn> columns;
    private final @Nullable Whitening whitening;
    private final List<String> names;
    private final Layout layout;
    private final List<String> warnings;

    FittedPreparation(List<FittedColumn> columns, @Nullable Whitening whitening, List<String> warnings) {
        this(columns, whitening, Layout.table(), warnings);
    }

    private FittedPreparation(
            List<FittedColumn> columns, @Nullable Whitening whitening, Layout layout, List<String> warnings) {
        this.columns = List.copyOf(columns);
        this.whitening = whitening;
        this.layout = layout;
        this.names = whitening == null
                ? columns.stream().flatMap(column -> column.features().stream()).toList()
                : whitening.features();
        this.warnings = List.copyOf(warnings);
    }

    /** The same, for rows that are more to a detector than a flat table; warns where they cannot be. */
    FittedPreparation arranged(Layout other) {
        List<String> more = new ArrayList<>(warnings);
        if (other instanceof RowShape shape && shape.columns() != names.size()) {
            more.add("rows lost their shape " + shape + ", as " + names.size() + " of " + shape.columns()
                    + " numbers stay; .prepare(passthrough()) keeps it");
        }
        return new FittedPreparation(
                columns, whitening, other instanceof Windows windows ? windows.ofSeries(List.of()) : other, more);
    }

    /**
     * The given rows of a table that has the fitted columns, prepared: finite numbers, rows in the order given, in the
     * layout of the data it was fitted on: flat, as images, or as the windows that lie inside the rows. Columns that were
     * not fitted are not looked at, and the order of columns does not matter. What training had not does not stop it: a
     * category is none of those known, and a number that is missing or unusable is filled as {@link Preparation} says.
     *
     * @param rows row numbers from 0; a row may be given twice
     * @param warnings told in one sentence of each column in which something was filled that training gave no reason to
     *     expect: how many cells, the first of them, and with what
     * @throws DataException if the table lacks a fitted column, or one that tells its series apart
     */
    public Features transform(Table table, int[] rows, Consumer<String> warnings) {
        return transform(table, layout(table), rows, warnings);
    }

    /** As {@link #transform(Table, int[], Consumer)}, in a layout that knows where series of the table begin. */
    public Features transform(Table table, Layout arranged, int[] rows, Consumer<String> warnings) {
        return arranged.arrange(flat(table, rows, warnings), rows);
    }

    /**
     * Rows that came as maps from column name to value, prepared as those of a table. A value may be a number, a truth value,
     * a text, a date or a time of java.time; null, NaN and the empty text are missing cells. Other columns are not looked at.
     *
     * @param warnings as for {@link #transform(Table, int[], Consumer)}
     * @throws DataException if a row lacks a fitted column, or holds a value there that the column cannot have
     */
    public Features transform(List<? extends Map<String, ?>> rows, Consumer<String> warnings) {
        int[] all = RowOrder.range(0, rows.size());
        Features flat = flat(all, column -> column.writer(new RowCells(column.name(), rows)), warnings);
        return (layout instanceof Windows windows ? SeriesBorders.in(rows, windows) : layout).arrange(flat, all);
    }

    /** As {@link #transform(Table, int[], Consumer)}, of loaded data, whose layout knows where one of several series begins. */
    public Features transform(Dataset data, int[] rows, Consumer<String> warnings) {
        return transform(data.table(), data.layout(), rows, warnings);
    }

    private Features flat(Table table, int[] rows, Consumer<String> warnings) {
        return flat(rows, column -> column.writer(find(table, column)), warnings);
    }

    private Features flat(int[] rows, Function<FittedColumn, FittedColumn.Writer> ready, Consumer<String> warnings) {
        int stride = names.size();
        long numbers = (long) rows.length * stride;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new DataException(
                    rows.length + " rows of " + stride
                            + " numbers are more than one block holds (2,147,483,639 numbers); take fewer rows with .sample(..)");
        }
        float[] block = new float[(int) numbers];
        List<FittedColumn.Writer> writers = columns.stream().map(ready).toList();
        int width = whitening == null ? stride : whitening.mean().length;
        float[] batch = whitening == null ? block : new float[Math.min(BATCH, rows.length) * width];
        for (int from = 0; from < rows.length; from += BATCH) {
            int to = Math.min(from + BATCH, rows.length);
            int offset = whitening == null ? from * stride : 0;
            if (whitening != null) {
                Arrays.fill(batch, 0);
            }
            for (int i = 0; i < writers.size(); i++) {
                writers.get(i).write(rows, from, to, batch, offset, width);
                offset += columns.get(i).features().size();
            }
            if (whitening != null) {
                whitening.apply(batch, to - from, block, from * stride);
            }
        }
        writers.forEach(writer -> writer.warning().ifPresent(warnings));
        return new Features(block, new int[] {rows.length, stride}, names);
    }

    private static Column<?> find(Table table, FittedColumn column) {
        return table.columns().stream()
                .filter(candidate -> candidate.name().equals(column.name()))
                .findFirst()
                .orElseThrow(() -> new DataException("no column '" + column.name() + "' in the table to prepare"
                        + NearMiss.hint(column.name(), table.columnNames()) + " columns: "
                        + String.join(", ", table.columnNames())));
    }

    /** As {@link #transform(Table, int[], Consumer)}, telling nobody what was filled. */
    public Features transform(Table table, int[] rows) {
        return transform(table, rows, unheard -> {});
    }

    /** All rows of a table, telling nobody what was filled. */
    public Features transform(Table table) {
        return transform(table, IntStream.range(0, table.rowCount()).toArray());
    }

    /**
     * The number columns of prepared rows in the table's own units: the way back from {@link #transform(Table)}, for a
     * model's reconstruction. A point of a series is the mean over the windows that hold it.
     *
     * @param prepared as many examples as {@code rows} make, each of as many numbers as {@code transform} gives
     * @param arranged the layout that made them of the rows
     * @param rows the row numbers that they stand for
     * @return one value per row for each number column, by its name; NaN where no window holds the row
     * @throws DataException if the preparation has no way back: whitening mixes the columns
     */
    public Map<String, double[]> undo(Features prepared, Layout arranged, int[] rows) {
        if (whitening != null) {
            throw new DataException("a whitened row has no way back to its columns; prepare without .whiten(..)");
        }
        float[] flat = arranged instanceof Windows windows ? windows.meanPerPoint(prepared, rows) : prepared.values();
        Map<String, double[]> columnsBack = new LinkedHashMap<>();
        int offset = 0;
        for (FittedColumn column : columns) {
            if (column instanceof NumberColumn numbers) {
                double[] values = new double[rows.length];
                for (int row = 0; row < rows.length; row++) {
                    values[row] = numbers.undo(flat[row * names.size() + offset]);
                }
                columnsBack.put(column.name(), values);
            }
            offset += column.features().size();
        }
        return columnsBack;
    }

    /** The table's column that each number of a prepared row comes from, by place; empty texts where whitening mixes them. */
    public List<String> origins() {
        List<String> origins = whitening != null
                ? names.stream().map(name -> "").toList()
                : columns.stream()
                        .flatMap(column -> column.features().stream().map(feature -> column.name()))
                        .toList();
        int steps = layout instanceof Windows windows ? windows.length() : 1;
        return Collections.nCopies(steps, origins).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** What the rows of any table are to a detector: windows know no borders of series there. */
    public Layout layout() {
        return layout;
    }

    /**
     * What the rows of this table are to a detector: where the data it was fitted on were several series, windows know where
     * one ends and another begins.
     *
     * @throws DataException if the table lacks the column that tells them apart, or the rows of a series do not stand together
     */
    public Layout layout(Table table) {
        return layout instanceof Windows windows ? SeriesBorders.in(table, windows) : layout;
    }

    /** What happened while fitting that a reader should know, such as constant columns dropped; one sentence each. */
    public List<String> warnings() {
        return warnings;
    }

    /** All it learnt, as a tree of maps, lists, strings, numbers and booleans: fit to be written as JSON. */
    public Map<String, Object> state() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("columns", columns.stream().map(FittedColumn::state).toList());
        tree.put("layout", layout.describe());
        tree.put("warnings", warnings);
        if (whitening != null) {
            tree.put("whitening", whitening.state());
        }
        return tree;
    }

    /** The preparation that {@link #state()} described; it prepares every row to the same bits. */
    public static FittedPreparation restore(Map<String, Object> state) {
        return new FittedPreparation(
                State.trees(state, "columns").stream()
                        .<FittedColumn>map(FittedColumn::restore)
                        .toList(),
                state.containsKey("whitening") ? Whitening.restore(State.tree(state, "whitening")) : null,
                Layout.restore(State.tree(state, "layout")),
                State.texts(state, "warnings"));
    }
}
