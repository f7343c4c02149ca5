package dev.oddity.datasets;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
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
    private final WeakReference<@Nullable Table> fittedOn;
    private final List<String> warnings;

    FittedPreparation(List<FittedColumn> columns, @Nullable Whitening whitening, List<String> warnings) {
        this(columns, whitening, Layout.table(), null, warnings);
    }

    private FittedPreparation(
            List<FittedColumn> columns,
            @Nullable Whitening whitening,
            Layout layout,
            @Nullable Table fittedOn,
            List<String> warnings) {
        this.columns = List.copyOf(columns);
        this.whitening = whitening;
        this.layout = layout;
        this.fittedOn = new WeakReference<>(fittedOn);
        this.names = whitening == null
                ? columns.stream().flatMap(column -> column.features().stream()).toList()
                : whitening.features();
        this.warnings = List.copyOf(warnings);
    }

    /** The same, for rows that are more to a detector than a flat table; warns where they cannot be. */
    FittedPreparation arranged(Dataset data) {
        Layout other = data.layout();
        List<String> more = new ArrayList<>(warnings);
        if (other instanceof RowShape shape && shape.columns() != names.size()) {
            more.add("rows lost their shape " + shape + ", as " + names.size() + " of " + shape.columns()
                    + " numbers stay; .prepare(passthrough()) keeps it");
        }
        return new FittedPreparation(columns, whitening, other, data.table(), more);
    }

    /**
     * The given rows of a table that has the fitted columns, prepared: finite numbers, rows in the order given, in the
     * layout of the data it was fitted on: flat, as images, or as the windows that lie inside the rows, and of the
     * very table it was fitted on inside one series each. Columns that were
     * not fitted are not looked at, and the order of columns does not matter. What training had not does not stop it: a
     * category is none of those known, and a number that is missing or unusable is filled as {@link Preparation} says.
     *
     * @param rows row numbers from 0; a row may be given twice
     * @param warnings told in one sentence of each column in which something was filled that training gave no reason to
     *     expect: how many cells, the first of them, and with what
     * @throws DataException if the table lacks a fitted column
     */
    public Features transform(Table table, int[] rows, Consumer<String> warnings) {
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
        int width = whitening == null ? stride : whitening.mean().length;
        float[] batch = whitening == null ? block : new float[BATCH * width];
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
        return layoutOf(table).arrange(new Features(block, new int[] {rows.length, stride}, names), rows);
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

    /** Where series begin is known of the table it was fitted on only. */
    private Layout layoutOf(Table table) {
        return fittedOn.get() == table ? layout : layout();
    }

    /** What the rows of any table are to a detector: windows of a series know no borders but the table's ends. */
    public Layout layout() {
        return layout instanceof Windows windows ? windows.ofSeries(List.of()) : layout;
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
                null,
                State.texts(state, "warnings"));
    }
}
