package dev.oddity.datasets;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tech.tablesaw.columns.Column;

/**
 * A column of numbers: filled, shifted and scaled in the order fitted.
 *
 * @param kind what its cells were in training
 * @param steps one of them fills gaps, the first unless {@code impute} was said later
 * @param indicator whether a second number says, as 1, that the first one was missing
 */
record NumberColumn(String name, CellKind kind, List<NumberStep> steps, boolean indicator) implements FittedColumn {

    NumberColumn {
        steps = List.copyOf(steps);
    }

    static NumberColumn restore(Map<?, ?> state) {
        return new NumberColumn(
                State.text(state, "name"),
                State.optionalText(state, "cells").map(CellKind::restore).orElse(CellKind.NUMBER),
                State.trees(state, "steps").stream().map(NumberStep::restore).toList(),
                State.flag(state, "indicator"));
    }

    @Override
    public List<String> features() {
        return indicator ? List.of(name, name + " is missing") : List.of(name);
    }

    /** The number in the table's unit that is prepared to this one; what was clipped stays so. */
    double undo(double prepared) {
        double value = prepared;
        for (int i = steps.size() - 1; i >= 0; i--) {
            value = steps.get(i).undo(value);
        }
        return value;
    }

    @Override
    public Writer writer(Column<?> column) {
        return new NumberWriter(this, NumberCells.of(column, kind), column::getUnformattedString);
    }

    @Override
    public Writer writer(RowCells cells) {
        return new NumberWriter(this, NumberCells.of(cells, kind), row -> String.valueOf(cells.at(row)));
    }

    /** Takes values through all steps, in place. */
    void apply(double[] values) {
        for (NumberStep step : steps) {
            step.apply(values, 0, values.length);
        }
    }

    @Override
    public Map<String, Object> state() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("kind", "number");
        tree.put("name", name);
        tree.put("cells", kind.name());
        tree.put("steps", steps.stream().map(NumberStep::state).toList());
        tree.put("indicator", indicator);
        return tree;
    }
}
