package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tech.tablesaw.api.Table;

/**
 * Loaded data: the feature columns, one label per row, and where it came from.
 *
 * @param name as in the catalogue, or the file's name
 * @param table the feature columns, without the label; not written to
 * @param labels one per row, true = anomaly
 * @param provenance where it came from
 * @param notes what a reader of its figures must know ("a real subset of …"), one sentence each
 * @param layout what the rows are to a detector
 * @param officialTraining how many rows, the first ones, are the part published for training; 0 if the data were published
 *     in one part
 */
public record Dataset(
        String name,
        Table table,
        boolean[] labels,
        Provenance provenance,
        List<String> notes,
        Layout layout,
        int officialTraining) {

    public Dataset {
        notes = List.copyOf(notes);
    }

    /** Rows that are examples each, published in one part. */
    public Dataset(String name, Table table, boolean[] labels, Provenance provenance, List<String> notes) {
        this(name, table, labels, provenance, notes, Layout.table(), 0);
    }

    public Dataset withLayout(Layout other) {
        return new Dataset(name, table, labels, provenance, notes, other, officialTraining);
    }

    public Dataset withOfficialTraining(int rows) {
        return new Dataset(name, table, labels, provenance, notes, layout, rows);
    }

    public int rows() {
        return table.rowCount();
    }

    /** Rows that are anomalies. */
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
        sampleNotes.add("A random sample of " + rows + " of " + rows() + " rows.");
        Dataset sample = new Dataset(
                name, table.rows(chosen), TableRows.labelsOf(labels, chosen), provenance, sampleNotes, layout, (int)
                        Arrays.stream(chosen)
                                .filter(row -> row < officialTraining)
                                .count());
        if (sample.anomalies() == 0) {
            throw new DataException("sample(" + rows + ") of " + name + " holds none of the " + anomalies()
                    + " anomalies among its " + rows() + " rows; take more rows");
        }
        return sample;
    }

    /** How many examples the given rows make: as many as rows, or the windows that lie inside them. */
    public int examples(int[] rows) {
        return layout.examples(rows);
    }

    /** The labels of the examples that the given rows make, in their order: of the rows themselves, or of windows. */
    public boolean[] labels(int[] rows) {
        return layout.labels(labels, rows);
    }

    @Override
    public String toString() {
        return name + ": " + rows() + " rows, " + table.columnCount() + " columns, " + anomalies() + " anomalies";
    }
}
