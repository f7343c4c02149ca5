package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.columns.Column;

/** A column of numbers while a preparation is fitted. */
final class NumberFit implements ColumnFit {

    /** The square of a number beyond this one leaves the range of a double. */
    private static final double LARGEST_SQUARED = 1e150;

    private final CellKind kind;
    private final NumberCells cells;
    private final int[] rows;
    private final double[] values;
    private final List<NumberStep> steps = new ArrayList<>();
    private final boolean gaps;
    private boolean indicator;
    private boolean leftOut;

    NumberFit(Column<?> column, int[] rows) {
        this(CellKind.of(column), column, rows);
    }

    private NumberFit(CellKind kind, Column<?> column, int[] rows) {
        this(kind, NumberCells.of(column, kind), rows);
    }

    NumberFit(CellKind kind, NumberCells cells, int[] rows) {
        this.kind = kind;
        this.cells = cells;
        this.rows = rows;
        this.values = cells.read(rows);
        this.gaps = Arrays.stream(values).anyMatch(Double::isNaN);
        if (!gaps && values.length > 0) {
            // A number that is missing only later has no imputation to fall back on but this.
            steps.add(new NumberStep.Fill(Selection.median(values.clone()), ""));
        }
    }

    @Override
    public void apply(Step step) {
        if (leftOut) {
            return;
        }
        if (step instanceof Step.Impute impute) {
            fill(impute.value());
        } else if (step instanceof Step.Clip clip) {
            take(new NumberStep.Clip(clip.limit()));
        } else if (step instanceof Step.Log) {
            take(new NumberStep.Log());
        } else if (step instanceof Scaling scaling) {
            cells.refuseMissing(rows, values);
            refuseSquaresTooLarge(scaling);
            scaling.learn(values).ifPresentOrElse(this::take, () -> leftOut = true);
        }
    }

    private void fill(Imputation imputation) {
        double[] present =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (present.length == 0 && imputation.needsValues()) {
            leftOut = true;
            return;
        }
        NumberStep.Fill fill = new NumberStep.Fill(imputation.of(present), imputation.toString());
        if (gaps) {
            indicator = imputation.hasIndicator();
            take(fill);
        } else if (steps.size() == 1) {
            steps.set(0, fill);
        }
    }

    private void refuseSquaresTooLarge(Scaling scaling) {
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > LARGEST_SQUARED) {
                throw new DataException("column '" + cells.name() + "' is " + values[i] + " in row " + (rows[i] + 1)
                        + ", and " + scaling + " cannot square more than 1.0E150; put logScale() before it, or leave"
                        + " the column out");
            }
        }
    }

    private void take(NumberStep step) {
        step.apply(values, 0, values.length);
        steps.add(step);
    }

    @Override
    public Optional<FittedColumn> result() {
        if (leftOut) {
            return Optional.empty();
        }
        cells.refuseMissing(rows, values);
        cells.refuseHuge(rows, values);
        NumberColumn column = new NumberColumn(cells.name(), kind, steps, indicator);
        refuseHugeFilling(column);
        return Optional.of(column);
    }

    /** A constant given for gaps that only later rows have would show there only. */
    private void refuseHugeFilling(NumberColumn column) {
        double[] gap = {Double.NaN};
        column.apply(gap);
        if (Float.isInfinite((float) gap[0])) {
            throw new DataException("gaps of column '" + column.name() + "' are filled with " + gap[0]
                    + ", and a float holds at most 3.4E38; take a smaller constant(..)");
        }
    }
}
