package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 * @param labels one per row, true = anomaly; none at all if the data are unlabelled
 * @param provenance where it came from
 * @param notes what a reader of its figures must know ("a real subset of …"), one sentence each
 * @param layout what the rows are to a detector
 * @param officialTraining how many rows, the first ones, are the part published for training; 0 if the data were published
 *     in one part
 * @param series whether the rows are the points of one series, in the order of time
 */
public record Dataset(
        String name,
        Table table,
        Table keys,
        boolean[] labels,
        Provenance provenance,
        List<String> notes,
        Layout layout,
        int officialTraining,
        boolean series) {

    public Dataset {
        notes = List.copyOf(notes);
    }

    /** Rows that are examples each, published in one part. */
    public Dataset(String name, Table table, Table keys, boolean[] labels, Provenance provenance, List<String> notes) {
        this(name, table, keys, labels, provenance, notes, Layout.table(), 0, false);
    }

    /** Without keys. */
    public Dataset(String name, Table table, boolean[] labels, Provenance provenance, List<String> notes) {
        this(name, table, Table.create(name), labels, provenance, notes);
    }

    public Dataset withLayout(Layout other) {
        return new Dataset(name, table, keys, labels, provenance, notes, other, officialTraining, series);
    }

    public Dataset withOfficialTraining(int rows) {
        return new Dataset(name, table, keys, labels, provenance, notes, layout, rows, series);
    }

    /** The same rows as the points of one series, in the order of time. */
    public Dataset asSeries() {
        return new Dataset(name, table, keys, labels, provenance, notes, layout, officialTraining, true);
    }

    /** The same rows in another order, which no published boundary survives; a note says so. */
    Dataset inOrder(int[] rows) {
        List<String> orderNotes = new ArrayList<>(notes);
        orderNotes.add(
                "Rows were put in order for windows: one series after the other, each in the order of its time.");
        return new Dataset(
                name,
                inOrder(table, rows),
                inOrder(keys, rows),
                labelled() ? TableRows.labelsOf(labels, rows) : labels,
                provenance,
                orderNotes,
                layout,
                0,
                false);
    }

    private static Table inOrder(Table columns, int[] rows) {
        return Table.create(columns.name(), columns.columns().stream().<Column<?>>map(column -> column.subset(rows)));
    }

    public int rows() {
        return table.rowCount();
    }

    /** Whether it is known which rows are anomalies. */
    public boolean labelled() {
        return labels.length > 0;
    }

    /**
     * One per row, true = anomaly.
     *
     * @throws DataException if the data are unlabelled
     */
    @Override
    public boolean[] labels() {
        if (!labelled()) {
            throw new DataException(
                    name + " is unlabelled, and this takes its labels; name the column that says what is an"
                            + " anomaly, .label(\"column\"), or leave out what goes by labels, such as normalOnly() and stratified(0.6)");
        }
        return labels;
    }

    /**
     * Rows that are anomalies.
     *
     * @throws DataException if the data are unlabelled, as their number is then not known
     */
    public int anomalies() {
        return count(labels());
    }

    /** Anomalies among the examples that the given rows make. */
    public int anomalies(int[] rows) {
        return count(labels(rows));
    }

    /**
     * A uniform random sample without replacement, its rows in the order of the data; a note says so. The data themselves
     * if they have no more rows.
     *
     * @throws DataException if no row of the sample is an anomaly, or if the data are a series seen through windows
     */
    public Dataset sample(int rows, Random random) {
        if (layout instanceof Windows) {
            throw new DataException(
                    "sample(" + rows + ") of " + name
                            + ": a series without most of its points has no windows; for fewer windows take a larger .stride(..)");
        }
        if (rows >= rows()) {
            return this;
        }
        int[] chosen = Arrays.copyOf(RowOrder.shuffled(rows(), random), rows);
        Arrays.sort(chosen);
        List<String> sampleNotes = new ArrayList<>(notes);
        sampleNotes.add(String.format(Locale.ROOT, "A random sample of %,d of %,d rows.", rows, rows()));
        Dataset sample = new Dataset(
                name,
                table.rows(chosen),
                keys.columnCount() == 0 ? keys : keys.rows(chosen),
                labelled() ? TableRows.labelsOf(labels, chosen) : labels,
                provenance,
                sampleNotes,
                layout,
                (int) Arrays.stream(chosen)
                        .filter(row -> row < officialTraining)
                        .count(),
                false);
        if (labelled() && sample.anomalies() == 0) {
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

    /** How many examples the given rows make: as many as rows, or the windows that lie inside them. */
    public int examples(int[] rows) {
        return layout.examples(rows);
    }

    /** The labels of the examples that the given rows make, in their order: of the rows themselves, or of windows. */
    public boolean[] labels(int[] rows) {
        return layout.labels(labels(), rows);
    }

    @Override
    public String toString() {
        return name + ": " + rows() + " rows, " + table.columnCount() + " columns, "
                + (labelled() ? anomalies() + " anomalies" : "unlabelled");
    }

    private static int count(boolean[] labels) {
        int anomalies = 0;
        for (boolean label : labels) {
            anomalies += label ? 1 : 0;
        }
        return anomalies;
    }
}
