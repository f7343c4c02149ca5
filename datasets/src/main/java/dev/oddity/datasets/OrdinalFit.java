package dev.oddity.datasets;

import java.util.Optional;
import tech.tablesaw.api.StringColumn;

/** A column of text that became numbers of categories, which later steps learn from. */
record OrdinalFit(String name, Categories categories, NumberFit numbers) {

    static OrdinalFit of(StringColumn column, int[] rows, Categories categories) {
        NumberCells cells = new NumberCells(column.name(), categories.numbers(column)::applyAsInt);
        return new OrdinalFit(column.name(), categories, new NumberFit(CellKind.NUMBER, cells, rows));
    }

    Optional<FittedColumn> result() {
        return numbers.result()
                .filter(column -> categories.size() > 1)
                .map(column -> new OrdinalColumn(name, categories, ((NumberColumn) column).steps()));
    }
}
