package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Loaded data: the feature columns, one label per row, and where it came from.
 *
 * @param name as in the catalogue, or the file's name
 * @param table the feature columns, without the label; not written to
 * @param keys columns that are no features but that a split may divide by, such as a time or a customer; no column if there
 *     are none
 * @param labels one per row, true = anomaly
 * @param provenance where it came from
 * @param notes what a reader of its figures must know ("a real subset of …"), one sentence each
 */
public record Dataset(
        String name, Table table, Table keys, boolean[] labels, Provenance provenance, List<String> notes) {

    public Dataset {
        notes = List.copyOf(notes);
    }

    /** Without keys. */
    public Dataset(String name, Table table, boolean[] labels, Provenance provenance, List<String> notes) {
        this(name, table, Table.create(name), labels, provenance, notes);
    }

    public int rows() {
        return table.rowCount();
    }

    public int anomalies() {
        int anomalies = 0;
        for (boolean label : labels) {
            anomalies += label ? 1 : 0;
        }
        return anomalies;
    }

    /**
     * A uniform random sample without replacement, its rows in the order of the data; a note says so. The data themselves
     * if they have no more rows.
     *
     * @throws DataException if no row of the sample is an anomaly
     */
    public Dataset sample(int rows, Random random) {
        if (rows >= rows()) {
            return this;
        }
        int[] chosen = Arrays.copyOf(RowOrder.shuffled(rows(), random), rows);
        Arrays.sort(chosen);
        List<String> sampleNotes = new ArrayList<>(notes);
        sampleNotes.add("A random sample of " + rows + " of " + rows() + " rows.");
        Dataset sample = new Dataset(
                name,
                table.rows(chosen),
                keys.columnCount() == 0 ? keys : keys.rows(chosen),
                labels(chosen),
                provenance,
                sampleNotes);
        if (sample.anomalies() == 0) {
            throw new DataException("sample(" + rows + ") of " + name + " holds none of the " + anomalies()
                    + " anomalies among its " + rows() + " rows; take more rows");
        }
        return sample;
    }

    /** A feature or key column, by exact name. */
    Column<?> column(String wanted) {
        List<Column<?>> columns = new ArrayList<>(table.columns());
        columns.addAll(keys.columns());
        List<String> names = columns.stream().map(Column::name).toList();
        return columns.stream()
                .filter(column -> column.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new DataException("no column '" + wanted + "' in " + name
                        + NearMiss.hint(wanted, names) + " columns: " + String.join(", ", names)));
    }

    /** The labels of the given rows, in their order. */
    public boolean[] labels(int[] rows) {
        boolean[] chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = labels[rows[i]];
        }
        return chosen;
    }

    @Override
    public String toString() {
        return name + ": " + rows() + " rows, " + table.columnCount() + " columns, " + anomalies() + " anomalies";
    }
}
