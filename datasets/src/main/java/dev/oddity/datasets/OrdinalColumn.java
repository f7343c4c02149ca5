package dev.oddity.datasets;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
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

    static NumberCells cells(Column<?> column, Categories categories) {
        IntUnaryOperator number = categories.numbers(column);
        return new NumberCells(column.name(), number::applyAsInt);
    }

    @Override
    public List<String> features() {
        return List.of(name);
    }

    @Override
    public Writer writer(Column<?> column) {
        return new NumberColumn(name, steps, false).writer(cells(column, categories));
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
