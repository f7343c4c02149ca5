package dev.oddity.datasets;

import java.util.Optional;
import tech.tablesaw.api.StringColumn;

/** A column of text that became numbers of categories, which later steps learn from. */
record OrdinalFit(String name, Categories categories, NumberFit numbers) {

    static OrdinalFit of(StringColumn column, int[] rows, Categories categories) {
        return new OrdinalFit(column.name(), categories, new NumberFit(OrdinalColumn.cells(column, categories), rows));
    }

    Optional<FittedColumn> result() {
        return numbers.result()
                .filter(column -> categories.size() > 1)
                .map(column -> new OrdinalColumn(name, categories, ((NumberColumn) column).steps()));
    }
}
