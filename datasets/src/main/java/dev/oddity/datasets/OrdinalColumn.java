package dev.oddity.datasets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import tech.tablesaw.columns.Column;

/** A column of text as the numbers of its categories: −1 for what training had not; then changed as numbers are. */
record OrdinalColumn(String name, Categories categories, List<NumberStep> steps) implements FittedColumn {

    OrdinalColumn {
        steps = List.copyOf(steps);
    }

    static OrdinalColumn restore(Map<?, ?> state) {
        return new OrdinalColumn(
                State.text(state, "name"),
                Categories.restore(state),
                State.trees(state, "steps").stream().map(NumberStep::restore).toList());
    }

    @Override
    public List<String> features() {
        return List.of(name);
    }

    @Override
    public Writer writer(Column<?> column) {
        return writer(new MissingTexts(column, categories), column::getUnformattedString);
    }

    @Override
    public Writer writer(RowCells cells) {
        return writer(new MissingTexts(cells, categories), row -> String.valueOf(cells.at(row)));
    }

    private Writer writer(MissingTexts texts, IntFunction<String> text) {
        Writer numbers = new NumberWriter(
                new NumberColumn(name, CellKind.NUMBER, steps, false), new NumberCells(name, texts::number), text);
        return new Writer() {
            @Override
            public void write(int[] rows, int from, int to, float[] block, int offset, int stride) {
                numbers.write(rows, from, to, block, offset, stride);
            }

            @Override
            public Optional<String> warning() {
                return texts.warning();
            }
        };
    }

    @Override
    public Map<String, Object> state() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("kind", "ordinal");
        tree.put("name", name);
        categories.keep(tree);
        tree.put("steps", steps.stream().map(NumberStep::state).toList());
        return tree;
    }
}
