package dev.oddity.core;

import dev.oddity.datasets.Imputation;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/** What becomes of the rows that are called anomalies. The table it is given is not changed. */
public sealed interface Cleaning {

    /**
     * @param rows the table
     * @param anomalies one per row
     * @param scores one per row
     * @param reconstruction number columns as the model rebuilds them, asked for only if they are needed
     */
    Table of(Table rows, boolean[] anomalies, double[] scores, Supplier<Map<String, double[]>> reconstruction);

    /** Leaves them out. */
    record Remove() implements Cleaning {

        @Override
        public Table of(
                Table rows, boolean[] anomalies, double[] scores, Supplier<Map<String, double[]>> reconstruction) {
            return rows.where(Selection.with(IntStream.range(0, anomalies.length)
                    .filter(row -> !anomalies[row])
                    .toArray()));
        }
    }

    /** Keeps all rows and adds two columns, {@code score} and {@code anomaly}; with a number behind where the names are taken. */
    record Flag() implements Cleaning {

        @Override
        public Table of(
                Table rows, boolean[] anomalies, double[] scores, Supplier<Map<String, double[]>> reconstruction) {
            return rows.copy()
                    .addColumns(
                            DoubleColumn.create(free(rows, "score"), scores),
                            BooleanColumn.create(free(rows, "anomaly"), anomalies));
        }

        private static String free(Table rows, String name) {
            String candidate = name;
            for (int i = 2; rows.columnNames().contains(candidate); i++) {
                candidate = name + " " + i;
            }
            return candidate;
        }
    }

    /**
     * Puts in their number columns what {@code value} makes of the other rows: their median, their mean or a constant.
     * Texts stay.
     */
    record Replace(Imputation value) implements Cleaning {

        @Override
        public Table of(
                Table rows, boolean[] anomalies, double[] scores, Supplier<Map<String, double[]>> reconstruction) {
            Table cleaned = rows.copy();
            for (Column<?> column : rows.columns()) {
                if (column instanceof NumericColumn<?> numbers) {
                    double[] usual = IntStream.range(0, anomalies.length)
                            .filter(row -> !anomalies[row] && !numbers.isMissing(row))
                            .mapToDouble(numbers::getDouble)
                            .toArray();
                    if (usual.length > 0) {
                        double replacement = value.of(usual);
                        replace(cleaned, numbers, anomalies, row -> replacement);
                    }
                }
            }
            return cleaned;
        }
    }

    /** Puts in their number columns what the model makes of them. Texts stay. */
    record Rebuild() implements Cleaning {

        @Override
        public Table of(
                Table rows, boolean[] anomalies, double[] scores, Supplier<Map<String, double[]>> reconstruction) {
            Table cleaned = rows.copy();
            reconstruction.get().forEach((name, values) -> {
                if (rows.column(name) instanceof NumericColumn<?> numbers) {
                    replace(
                            cleaned,
                            numbers,
                            anomalies,
                            row -> Double.isNaN(values[row]) ? numbers.getDouble(row) : values[row]);
                }
            });
            return cleaned;
        }
    }

    /** A column of whole numbers becomes one of decimals: a median or a reconstruction is seldom whole. */
    private static void replace(
            Table cleaned, NumericColumn<?> column, boolean[] anomalies, IntToDoubleFunction value) {
        double[] values = IntStream.range(0, anomalies.length)
                .mapToDouble(row -> anomalies[row] ? value.applyAsDouble(row) : column.getDouble(row))
                .toArray();
        cleaned.replaceColumn(column.name(), DoubleColumn.create(column.name(), values));
    }
}
