package dev.oddity.core;

import dev.oddity.core.chart.ScoreMap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The plane of two number columns, laid out as a grid of rows to score. */
final class Plane {

    private static final int COLUMNS = 95;
    private static final int ROWS = 71;
    private static final double MARGIN = .08;

    /** Rows drawn at most of each kind: more would only cover the map. */
    private static final int DOTS = 1_500;

    private final NumericColumn<?> across;
    private final NumericColumn<?> up;
    private final double[] x;
    private final double[] y;

    /**
     * @param rows whose range the plane covers
     * @throws IllegalArgumentException if the table has not exactly two columns of numbers and no other
     */
    Plane(Table rows) {
        List<Column<?>> columns = rows.columns();
        if (columns.size() != 2
                || !(columns.get(0) instanceof NumericColumn<?> first)
                || !(columns.get(1) instanceof NumericColumn<?> second)) {
            throw new IllegalArgumentException("a score map needs data of exactly two number columns, and these have "
                    + String.join(", ", rows.columnNames()) + "; keep two of them, or look at explain(row)");
        }
        this.across = first;
        this.up = second;
        this.x = axis(first, COLUMNS);
        this.y = axis(second, ROWS);
    }

    private static double[] axis(NumericColumn<?> column, int places) {
        double margin = MARGIN * (column.max() - column.min());
        double low = column.min() - margin;
        double high = column.max() + margin;
        return IntStream.range(0, places)
                .mapToDouble(i -> low + (high - low) * i / (places - 1))
                .toArray();
    }

    /** A row for each place, row after row from the lowest. */
    Table grid() {
        double[] all = new double[COLUMNS * ROWS];
        double[] allUp = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = x[i % COLUMNS];
            allUp[i] = y[i / COLUMNS];
        }
        return Table.create("grid", DoubleColumn.create(across.name(), all), DoubleColumn.create(up.name(), allUp));
    }

    /**
     * @param scores of the grid
     * @param anomalies one per row of the table: how it is drawn
     */
    ScoreMap map(String title, double[] scores, double threshold, boolean[] anomalies) {
        return new ScoreMap(
                title,
                across.name(),
                up.name(),
                x,
                y,
                scores,
                threshold,
                dots(anomalies, false),
                dots(anomalies, true));
    }

    private double[][] dots(boolean[] anomalies, boolean kind) {
        int[] rows = IntStream.range(0, anomalies.length)
                .filter(row -> anomalies[row] == kind)
                .toArray();
        int most = Math.min(DOTS, rows.length);
        return IntStream.range(0, most)
                .map(i -> rows[(int) ((long) i * rows.length / most)])
                .mapToObj(row -> new double[] {across.getDouble(row), up.getDouble(row)})
                .filter(dot -> Arrays.stream(dot).allMatch(Double::isFinite))
                .toArray(double[][]::new);
    }
}
