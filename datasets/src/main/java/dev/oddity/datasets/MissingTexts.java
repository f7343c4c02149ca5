package dev.oddity.datasets;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import tech.tablesaw.columns.Column;

/** The numbers of a text column's categories, and a count of the texts that are missing although training had them all. */
final class MissingTexts {

    private final String name;
    private final IntPredicate gaps;
    private final IntUnaryOperator numbers;
    private int missing;
    private int first;

    MissingTexts(Column<?> column, Categories categories) {
        this(column.name(), column::isMissing, categories.numbers(column));
    }

    MissingTexts(RowCells cells, Categories categories) {
        this(cells.name(), cells::isMissing, categories.numbers(cells));
    }

    private MissingTexts(String name, IntPredicate gaps, IntUnaryOperator numbers) {
        this.name = name;
        this.gaps = gaps;
        this.numbers = numbers;
    }

    /** The number of the category in a row. Where a missing text has a category of its own, it is not counted. */
    int number(int row) {
        int number = numbers.applyAsInt(row);
        if (number == Categories.UNSEEN && gaps.test(row)) {
            missing++;
            first = missing == 1 ? row + 1 : first;
        }
        return number;
    }

    Optional<String> warning() {
        return missing == 0
                ? Optional.empty()
                : Optional.of("column '" + name + "' has " + missing + " missing text"
                        + (missing == 1 ? "" : "s") + " (the first in row " + first
                        + "), where training had none; taken as no category that training had");
    }
}
