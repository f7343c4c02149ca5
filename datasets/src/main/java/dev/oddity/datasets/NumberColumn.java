package dev.oddity.datasets;

import java.util.List;
import java.util.Map;
import tech.tablesaw.columns.Column;

/**
 * A column of numbers: filled, shifted and scaled in the order fitted.
 *
 * @param steps the first fills gaps
 * @param indicator whether a second number says, as 1, that the first one was missing
 */
record NumberColumn(String name, List<NumberStep> steps, boolean indicator) implements FittedColumn {

    NumberColumn {
        steps = List.copyOf(steps);
    }

    static NumberColumn restore(Map<?, ?> state) {
        return new NumberColumn(
                State.text(state, "name"),
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
        return writer(NumberCells.of(column));
    }

    Writer writer(NumberCells cells) {
        return (rows, from, to, block, offset, stride) -> {
            double[] values = new double[to - from];
            cells.read(rows, from, to, values);
            if (indicator) {
                for (int i = 0; i < values.length; i++) {
                    block[offset + i * stride + 1] = Double.isNaN(values[i]) ? 1 : 0;
                }
            }
            for (NumberStep step : steps) {
                step.apply(values, 0, values.length);
            }
            for (int i = 0; i < values.length; i++) {
                block[offset + i * stride] = (float) values[i];
            }
        };
    }

    @Override
    public Map<String, Object> state() {
        return Map.of(
                "kind",
                "number",
                "name",
                name,
                "steps",
                steps.stream().map(NumberStep::state).toList(),
                "indicator",
                indicator);
    }
}
