package dev.oddity.core;

import dev.oddity.datasets.Layout;
import dev.oddity.datasets.Windows;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Rows of a table with the scores of the examples that they make.
 *
 * @param table all rows
 * @param rows those that were scored
 * @param layout what they are to the detector
 * @param scores one per example
 * @param threshold above which an example is called an anomaly
 * @param labels one per example where they are known
 */
record ScoredExamples(
        Table table, int[] rows, Layout layout, double[] scores, double threshold, boolean @Nullable [] labels) {

    /** So many examples with the highest scores, highest first, of equal ones the first. */
    Table top(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("top(" + n + "): at least 1 row");
        }
        return table(IntStream.range(0, scores.length).boxed(), n);
    }

    /** All that are called anomalies, highest score first. */
    Table anomalies() {
        return table(
                IntStream.range(0, scores.length)
                        .filter(example -> scores[example] > threshold)
                        .boxed(),
                scores.length);
    }

    private Table table(Stream<Integer> examples, int most) {
        int[] chosen = examples.sorted(Comparator.comparingDouble((Integer example) -> -scores[example]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] numbers = rowsOf(chosen);
        Table columns = Table.create(
                table.name(),
                IntColumn.create("row", numbers),
                DoubleColumn.create(
                        "score",
                        IntStream.of(chosen)
                                .mapToDouble(example -> scores[example])
                                .toArray()));
        if (labels != null) {
            columns.addColumns(BooleanColumn.create(
                    "truly an anomaly",
                    IntStream.of(chosen).mapToObj(example -> labels[example]).toArray(Boolean[]::new)));
        }
        for (Column<?> column : inOrder(table, numbers).columns()) {
            String name = column.name();
            columns.addColumns(columns.containsColumn(name) ? column.setName(name + " (data)") : column);
        }
        return columns;
    }

    /** The numbers of the rows that examples are, or begin with. */
    private int[] rowsOf(int[] examples) {
        int[] starts = layout instanceof Windows windows
                ? windows.starts(rows)
                : IntStream.range(0, rows.length).toArray();
        return IntStream.of(examples).map(example -> rows[starts[example]]).toArray();
    }

    /** The rows in the order given; {@code table.rows(..)} puts them back into the table's. */
    static Table inOrder(Table table, int[] rows) {
        Table chosen = Table.create(table.name());
        for (Column<?> column : table.columns()) {
            chosen.addColumns(column.subset(rows));
        }
        return chosen;
    }
}
