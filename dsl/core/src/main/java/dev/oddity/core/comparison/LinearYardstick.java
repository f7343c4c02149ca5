package dev.oddity.core.comparison;

import dev.oddity.core.ModelResult;
import dev.oddity.core.Run;
import dev.oddity.core.evaluation.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds the best deep model against principal components, which rebuild rows as a linear autoencoder does. A model is deep
 * if its runs say which device they ran on.
 */
public final class LinearYardstick {

    private static final String LINEAR = "pca";

    private LinearYardstick() {}

    /**
     * A sentence where the best deep model does not beat the best {@code pca()} beyond the 95 % interval of the difference,
     * paired: over the seeds that both were run with, or over the test rows of the only one. Empty where it does, and where
     * either is missing.
     *
     * @param models of one report
     * @param metric what to judge by
     */
    public static Optional<String> note(List<ModelResult> models, Metric metric) {
        Optional<ModelResult> linear = best(models, metric, LinearYardstick::isLinear);
        Optional<ModelResult> deep = best(
                models,
                metric,
                model -> !isLinear(model) && model.runs().get(0).device().isPresent());
        return linear.isEmpty() || deep.isEmpty() ? Optional.empty() : note(deep.get(), linear.get(), metric);
    }

    private static Optional<String> note(ModelResult deep, ModelResult linear, Metric metric) {
        List<Run> deepRuns = shared(deep, linear);
        List<Run> linearRuns = shared(linear, deep);
        if (deepRuns.isEmpty() || deepRuns.size() == 1 && !metric.resamplable()) {
            return Optional.empty();
        }
        double[] differences = new double[deepRuns.size()];
        double sum = 0;
        for (int i = 0; i < differences.length; i++) {
            differences[i] = deepRuns.get(i).figure(metric) - linearRuns.get(i).figure(metric);
            sum += differences[i];
        }
        Interval interval = differences.length > 1
                ? Bootstrap.ofMean(differences, "seeds")
                : Bootstrap.ofRowDifference(
                        metric, deepRuns.get(0).predictions(), linearRuns.get(0).predictions());
        boolean better = metric.higherIsBetter() ? interval.low() > 0 : interval.high() < 0;
        return better
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "no better than linear: %s, the best deep model, does not beat %s in %s beyond chance; difference"
                                + " %+.4f, 95 %% interval %s by %s",
                        deep.name(),
                        linear.name(),
                        metric.label(),
                        sum / differences.length,
                        interval,
                        interval.basis()));
    }

    private static boolean isLinear(ModelResult model) {
        return model.candidate().detector().name().equals(LINEAR);
    }

    private static Optional<ModelResult> best(List<ModelResult> models, Metric metric, Predicate<ModelResult> kind) {
        Comparator<ModelResult> byMean =
                Comparator.comparingDouble(model -> model.metric(metric).mean());
        return models.stream()
                .filter(ModelResult::judged)
                .filter(kind)
                .max(metric.higherIsBetter() ? byMean : byMean.reversed());
    }

    /** The first's runs with seeds that the second was run with too, in the experiment's order. */
    private static List<Run> shared(ModelResult first, ModelResult second) {
        var seeds = second.runs().stream().map(Run::seed).collect(Collectors.toSet());
        return first.runs().stream().filter(run -> seeds.contains(run.seed())).toList();
    }
}
