package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.columns.Column;

/** A column of numbers while a preparation is fitted. */
final class NumberFit implements ColumnFit {

    private final NumberCells cells;
    private final int[] rows;
    private final double[] values;
    private final List<NumberStep> steps = new ArrayList<>();
    private boolean leftOut;

    NumberFit(Column<?> column, int[] rows) {
        this.cells = NumberCells.of(column);
        this.rows = rows;
        this.values = new double[rows.length];
        cells.read(rows, 0, rows.length, values);
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
        } else if (step instanceof Scaling scaling) {
            cells.refuseMissing(rows, values, 0, values.length);
            scaling.learn(values).ifPresentOrElse(this::take, () -> leftOut = true);
        }
    }

    private void fill(Imputation imputation) {
        double[] present =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (present.length == 0 && imputation.needsValues()) {
            leftOut = true;
        } else {
            take(new NumberStep.Fill(imputation.of(present)));
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
        cells.refuseMissing(rows, values, 0, values.length);
        return Optional.of(new NumberColumn(cells.name(), steps));
    }
}
