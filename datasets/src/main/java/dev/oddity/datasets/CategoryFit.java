package dev.oddity.datasets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.StringColumn;

/** A column of text while a preparation is fitted. */
final class CategoryFit implements ColumnFit {

    /** More categories than this are names or numbers of things, not kinds of things. */
    static final int LIMIT = 1_000;

    private final StringColumn column;
    private final int[] rows;
    private final Map<String, Integer> counts = new TreeMap<>();
    private boolean oneHot;
    private @Nullable String fill;

    CategoryFit(StringColumn column, int[] rows) {
        this.column = column;
        this.rows = rows;
        for (int row : rows) {
            if (!column.isMissing(row)) {
                counts.merge(column.get(row), 1, Integer::sum);
            }
        }
    }

    @Override
    public void apply(Step step) {
        if (step instanceof Step.Impute) {
            // Strictly more: of equally frequent categories the first in the alphabet stays.
            fill = counts.entrySet().stream()
                    .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
                    .map(Map.Entry::getKey)
                    .orElse(null);
        } else if (step instanceof Step.OneHot) {
            oneHot = true;
        }
    }

    @Override
    public Optional<FittedColumn> result() {
        if (!oneHot) {
            throw new DataException("column '" + column.name() + "' holds text (row " + (rows[0] + 1) + ": '"
                    + column.get(rows[0]) + "'); add oneHot() to .prepare(..), or leave the column out");
        }
        if (counts.size() > LIMIT) {
            throw new DataException("column '" + column.name() + "' has " + counts.size() + " different texts in "
                    + rows.length + " training rows, too many to be kinds of things (at most " + LIMIT
                    + "); leave the column out, or fold the rare ones together first");
        }
        if (fill == null) {
            CategoryColumn.refuseMissing(column, rows);
        }
        return counts.size() < 2
                ? Optional.empty()
                : Optional.of(
                        new CategoryColumn(column.name(), List.copyOf(counts.keySet()), Optional.ofNullable(fill)));
    }
}
