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
    private final boolean gaps;
    private boolean indicator;
    private boolean leftOut;

    NumberFit(Column<?> column, int[] rows) {
        this(NumberCells.of(column), rows);
    }

    NumberFit(NumberCells cells, int[] rows) {
        this.cells = cells;
        this.rows = rows;
        this.values = new double[rows.length];
        cells.read(rows, 0, rows.length, values);
        this.gaps = Arrays.stream(values).anyMatch(Double::isNaN);
        if (!gaps && values.length > 0) {
            // A number that is missing only later has no imputation to fall back on but this.
            steps.add(new NumberStep.Fill(Selection.median(values.clone())));
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
            cells.refuseMissing(rows, values, 0, values.length);
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
        NumberStep.Fill fill = new NumberStep.Fill(imputation.of(present));
        if (gaps) {
            indicator = imputation.hasIndicator();
            take(fill);
        } else if (steps.size() == 1) {
            steps.set(0, fill);
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
        return Optional.of(new NumberColumn(cells.name(), steps, indicator));
    }
}
