package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.StringColumn;

/** A column of text while a preparation is fitted. */
final class CategoryFit implements ColumnFit {

    /** More categories than this are names or numbers of things, not kinds of things. */
    static final int LIMIT = 1_000;

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d+,\\d+");

    private final StringColumn column;
    private final int[] rows;
    private final Map<String, Integer> counts = new TreeMap<>();
    private boolean oneHot;
    private double rareShare;
    private @Nullable String fill;
    private boolean imputed;
    private @Nullable OrdinalFit ordinal;

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
        if (ordinal != null) {
            ordinal.numbers().apply(step);
        } else if (step instanceof Step.Impute) {
            imputed = true;
            // Strictly more: of equally frequent categories the first in the alphabet stays.
            fill = counts.entrySet().stream()
                    .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
                    .map(Map.Entry::getKey)
                    .orElse(null);
        } else if (step instanceof Step.OneHot) {
            oneHot = true;
        } else if (step instanceof Step.Rare rare) {
            rareShare = rare.share();
        } else if (step instanceof Step.Ordinal wanted && wanted.means(column.name()) && !oneHot && !leftOut()) {
            refuseMissing();
            ordinal = OrdinalFit.of(column, rows, categories());
        }
    }

    /** What is not folded away, in alphabetical order; folded are at least two, as one would only get another name. */
    private Categories categories() {
        List<String> rare = new ArrayList<>();
        counts.forEach((category, count) -> {
            if (count < rareShare * rows.length) {
                rare.add(category);
            }
        });
        List<String> known = new ArrayList<>(counts.keySet());
        if (rare.size() > 1) {
            known.removeAll(rare);
        }
        if (known.size() > LIMIT) {
            throw new DataException("column '" + column.name() + "' has " + known.size() + " different texts in "
                    + rows.length + " training rows, too many to be kinds of things (at most " + LIMIT
                    + "); leave the column out, or fold the rare ones together: .rare(0.01)"
                    + (known.stream()
                                    .allMatch(
                                            text -> DECIMAL_COMMA.matcher(text).matches())
                            ? "; if they are numbers with a decimal comma, csv(..).decimalComma() reads them"
                            : ""));
        }
        return new Categories(known, rare.size() > 1, Optional.ofNullable(fill));
    }

    /** Imputing has nothing to fill in where training has no text at all. */
    private boolean leftOut() {
        return imputed && counts.isEmpty();
    }

    private void refuseMissing() {
        if (fill == null) {
            CategoryColumn.refuseMissing(column, rows);
        }
    }

    @Override
    public Optional<FittedColumn> result() {
        if (ordinal != null) {
            return ordinal.result();
        }
        if (leftOut()) {
            return Optional.empty();
        }
        if (!oneHot) {
            throw new DataException("column '" + column.name() + "' holds text (row " + (rows[0] + 1) + ": '"
                    + column.get(rows[0]) + "'); add oneHot() to .prepare(..), or leave the column out");
        }
        Categories categories = categories();
        refuseMissing();
        return categories.size() < 2 ? Optional.empty() : Optional.of(new CategoryColumn(column.name(), categories));
    }
}
