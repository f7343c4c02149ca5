package dev.oddity.datasets;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the cells of a column of numbers. One that is unusable, as it is infinite, of another kind or too large for a float,
 * is taken as missing; it is counted, and so is a missing one if training had none and no step says what to do.
 */
final class NumberWriter implements FittedColumn.Writer {

    private final NumberColumn column;
    private final NumberCells cells;
    private final IntFunction<String> text;
    private final float filled;
    private final boolean gapsExpected;
    private int written;
    private int unusable;
    private int firstUnusable;
    private int missing;
    private int firstMissing;

    /** @param text of the cell in a row, for a message */
    NumberWriter(NumberColumn column, NumberCells cells, IntFunction<String> text) {
        this.column = column;
        this.cells = cells;
        this.text = text;
        double[] gap = {Double.NaN};
        column.apply(gap);
        this.filled = (float) gap[0];
        this.gapsExpected = fill().filter(fill -> !fill.imputation().isEmpty()).isPresent();
    }

    private Optional<NumberStep.Fill> fill() {
        return column.steps().stream()
                .filter(NumberStep.Fill.class::isInstance)
                .map(NumberStep.Fill.class::cast)
                .findFirst();
    }

    @Override
    public void write(int[] rows, int from, int to, float[] block, int offset, int stride) {
        double[] values = new double[to - from];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.at(rows[from + i]);
            if (!Double.isFinite(values[i])) {
                values[i] = gap(rows[from + i], values[i]);
                indicate(block, offset + i * stride);
            }
        }
        column.apply(values);
        for (int i = 0; i < values.length; i++) {
            float number = (float) values[i];
            if (!Float.isFinite(number)) {
                gap(rows[from + i], values[i]);
                indicate(block, offset + i * stride);
                number = filled;
            }
            block[offset + i * stride] = number;
        }
        written += values.length;
    }

    private void indicate(float[] block, int place) {
        if (column.indicator()) {
            block[place + 1] = 1;
        }
    }

    private double gap(int row, double value) {
        if (Float.isNaN(filled)) {
            throw new DataException("column '" + column.name() + "' holds '" + text.apply(row) + "' in row " + (row + 1)
                    + " where " + column.kind().wanted() + " is needed, and nothing was learnt to fill it with;"
                    + " correct the cell, or fit again with impute(median()) in .prepare(..)");
        }
        if (Double.isNaN(value)) {
            missing++;
            firstMissing = missing == 1 ? row + 1 : firstMissing;
        } else {
            unusable++;
            firstUnusable = unusable == 1 ? row + 1 : firstUnusable;
        }
        return Double.NaN;
    }

    @Override
    public Optional<String> warning() {
        int told = gapsExpected ? 0 : missing;
        if (unusable == 0 && told == 0) {
            return Optional.empty();
        }
        String what = Stream.of(
                        unusable == 0
                                ? ""
                                : count(unusable, "unusable cell", firstUnusable) + ": '"
                                        + text.apply(firstUnusable - 1) + "' where "
                                        + column.kind().wanted() + " is needed)",
                        told == 0 ? "" : count(told, "missing value", firstMissing) + ", where training had none)")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
        return Optional.of("column '" + column.name() + "' has " + what + " among " + written
                + (written == 1 ? " row" : " rows") + "; filled " + filling());
    }

    private static String count(int found, String what, int first) {
        return found + " " + what + (found == 1 ? "" : "s") + " (the first in row " + first;
    }

    /** {@code with 1.5, the median of the training rows}; with a number only if it is one before other steps. */
    private String filling() {
        NumberStep.Fill fill = fill().orElseThrow();
        if (fill.imputation().isEmpty()) {
            return "with " + column.kind().written(fill.value()) + ", the median of the training rows";
        }
        boolean first = column.steps().get(0).equals(fill);
        return (first ? "with " + column.kind().written(fill.value()) + ", " : "") + "as impute(" + fill.imputation()
                + ") says";
    }
}
