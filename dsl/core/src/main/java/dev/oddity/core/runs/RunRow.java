package dev.oddity.core.runs;

import dev.oddity.reproducibility.Leaves;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One model of one run: a row of the table, a point of the chart. */
record RunRow(RecordedRun run, RecordedModel model) {

    /** A metric's mean over the seeds; NaN where it was not evaluated. */
    double mean(String metric) {
        return model.figures().getOrDefault(metric, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    /** What the experiment says besides its models. */
    Map<String, Object> asked() {
        Map<String, Object> rest = new TreeMap<>(run.settings());
        rest.keySet().removeAll(List.of("name", "models", "metrics"));
        Map<String, Object> asked = new TreeMap<>(Leaves.of(rest));
        asked.remove("data.name");
        return asked;
    }

    /** The model's own parameters by their names. */
    Map<String, Object> parameters() {
        return Leaves.of(model.parameters());
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = asked();
        settings.putAll(parameters());
        return settings;
    }
}
