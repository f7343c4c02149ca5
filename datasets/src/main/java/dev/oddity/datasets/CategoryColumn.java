package dev.oddity.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tech.tablesaw.columns.Column;

/** A column of text, one-hot coded: one number per category, all zeros for what training had not. */
record CategoryColumn(String name, Categories categories) implements FittedColumn {

    /** No text of a user's can be mistaken for it in a chart: it is the only one in brackets. */
    static final String RARE = "(rare)";

    static CategoryColumn restore(Map<?, ?> state) {
        return new CategoryColumn(State.text(state, "name"), Categories.restore(state));
    }

    @Override
    public List<String> features() {
        return Stream.concat(
                        categories.known().stream(), categories.folded() ? Stream.of(RARE) : Stream.<String>empty())
                .map(category -> name + "=" + category)
                .toList();
    }

    @Override
    public Writer writer(Column<?> column) {
        return writer(new MissingTexts(column, categories));
    }

    @Override
    public Writer writer(RowCells cells) {
        return writer(new MissingTexts(cells, categories));
    }

    private static Writer writer(MissingTexts texts) {
        return new Writer() {
            @Override
            public void write(int[] rows, int from, int to, float[] block, int offset, int stride) {
                for (int i = from; i < to; i++) {
                    int category = texts.number(rows[i]);
                    if (category != Categories.UNSEEN) {
                        block[offset + (i - from) * stride + category] = 1;
                    }
                }
            }

            @Override
            public Optional<String> warning() {
                return texts.warning();
            }
        };
    }

    static void refuseMissing(Column<?> column, int[] rows) {
        int[] missing = Arrays.stream(rows).filter(column::isMissing).toArray();
        if (missing.length > 0) {
            throw new DataException(
                    "column '" + column.name() + "' has " + missing.length + " missing text"
                            + (missing.length == 1 ? "" : "s") + " in " + rows.length + " rows (the first in row "
                            + (missing[0] + 1)
                            + "), and a detector needs numbers; add impute(median()) to .prepare(..): it gives text columns their most frequent text");
        }
    }

    @Override
    public Map<String, Object> state() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("kind", "oneHot");
        tree.put("name", name);
        categories.keep(tree);
        return tree;
    }
}
