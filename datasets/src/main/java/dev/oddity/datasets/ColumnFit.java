package dev.oddity.datasets;

import java.util.Optional;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** One column while a preparation is fitted: each step learns from what the steps before it made of the training rows. */
interface ColumnFit {

    static ColumnFit of(Column<?> column, int[] trainingRows) {
        return column instanceof StringColumn text
                ? new CategoryFit(text, trainingRows)
                : new NumberFit(column, trainingRows);
    }

    void apply(Step step);

    /** Empty if the column does not vary in the training rows and is to be left out. */
    Optional<FittedColumn> result();
}
