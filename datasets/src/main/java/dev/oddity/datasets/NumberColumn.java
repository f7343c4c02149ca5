package dev.oddity.datasets;

import java.util.List;
import java.util.Map;
import tech.tablesaw.columns.Column;

/** A column of numbers: filled, shifted and scaled in the order fitted. */
record NumberColumn(String name, List<NumberStep> steps) implements FittedColumn {

    NumberColumn {
        steps = List.copyOf(steps);
    }

    static NumberColumn restore(Map<?, ?> state) {
        return new NumberColumn(
                State.text(state, "name"),
                State.trees(state, "steps").stream().map(NumberStep::restore).toList());
    }

    @Override
    public List<String> features() {
        return List.of(name);
    }

    @Override
    public Writer writer(Column<?> column) {
        NumberCells cells = NumberCells.of(column);
        return (rows, from, to, block, offset, stride) -> {
            double[] values = new double[to - from];
            cells.read(rows, from, to, values);
            for (NumberStep step : steps) {
                step.apply(values, 0, values.length);
            }
            cells.refuseMissing(rows, values, from, to);
            for (int i = 0; i < values.length; i++) {
                block[offset + i * stride] = (float) values[i];
            }
        };
    }

    @Override
    public Map<String, Object> state() {
        return Map.of(
                "name", name, "steps", steps.stream().map(NumberStep::state).toList());
    }
}
