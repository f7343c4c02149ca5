package dev.oddity.core;

import dev.oddity.core.chart.LossCurves;
import dev.oddity.core.detector.Generated;
import dev.oddity.core.detector.TrainedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How training went, which a model's state does not tell.
 *
 * @param history curves over epochs by name
 * @param generated what a generator made while it learnt
 */
record Course(Map<String, List<Double>> history, List<Generated> generated) {

    /** Nothing is known, as of a model that was read from a folder. */
    static final Course UNKNOWN = new Course(Map.of(), List.of());

    private static final String VALIDATION = "validation loss";

    /** The member of an ensemble that a curve is of, what it learnt before its own task, and the curve's own name. */
    private static final Pattern CURVE = Pattern.compile("(\\d+\\. \\S+ )?(pretraining )?(.*)");

    static Course of(TrainedModel model) {
        return new Course(model.history(), model.generated());
    }

    /**
     * The losses of a history, together where they share an axis: those of each member of an ensemble and of what was
     * learnt before have one of their own.
     */
    static List<LossCurves> losses(String model, Map<String, List<Double>> history) {
        Map<String, Map<String, double[]>> parts = new LinkedHashMap<>();
        history.forEach((name, curve) -> {
            Matcher told = CURVE.matcher(name);
            if (told.matches() && name.endsWith("loss")) {
                String member =
                        told.group(1) == null ? "" : ", " + told.group(1).strip();
                String before =
                        told.group(2) == null ? "" : ", " + told.group(2).strip();
                parts.computeIfAbsent(model + member + before, part -> new LinkedHashMap<>())
                        .put(
                                told.group(3),
                                curve.stream().mapToDouble(Double::doubleValue).toArray());
            }
        });
        List<LossCurves> losses = new ArrayList<>();
        parts.forEach((title, curves) -> {
            double[] validation = curves.containsKey(VALIDATION) ? curves.remove(VALIDATION) : new double[0];
            losses.add(new LossCurves(title, curves, validation));
        });
        return losses;
    }
}
