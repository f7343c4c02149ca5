package dev.oddity.core;

import dev.oddity.core.evaluation.Cost;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.core.evaluation.Threshold;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One model fitted and judged with one seed.
 *
 * @param seed of everything random in it
 * @param metrics figures by {@link Metric#key()}; those only that the same experiment gives again
 * @param predictions scores and truth of the test rows
 * @param cut the threshold and what it was fitted on
 * @param history curves over epochs by name; empty for those that have none
 * @param facts what the model tells of itself, such as the device it ran on
 * @param cost what it took
 */
public record Run(
        long seed,
        Map<String, Double> metrics,
        Predictions predictions,
        Threshold.Cut cut,
        Map<String, List<Double>> history,
        Map<String, Object> facts,
        Cost cost) {

    public Run {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        history = Collections.unmodifiableMap(new LinkedHashMap<>(history));
    }

    /** Where it ran, of models that can run in several places: the deep ones. */
    public Optional<String> device() {
        return Optional.ofNullable(facts.get("device")).map(String::valueOf);
    }

    /** Wall time of fitting. */
    public double fitSeconds() {
        return cost.fitSeconds();
    }

    /** Wall time of scoring the test rows. */
    public double scoreSeconds() {
        return cost.scoreSeconds();
    }

    /** One of the experiment's metrics: as computed, or as measured. */
    public double figure(Metric metric) {
        Double computed = metrics.get(metric.key());
        return computed == null ? metric.of(predictions) : computed;
    }
}
