package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The three-sigma rule's number: maxⱼ |xⱼ − μⱼ|/σⱼ, with mean and (population) standard deviation of the training rows.
 *
 * <p>The largest over the columns, because a row is called an outlier when any of its columns is one, at a customary
 * threshold of 3; {@code combine("mean")} takes the mean instead, which forgives a single odd column. A column that was
 * constant in training has σ 1. Scaling the columns beforehand changes nothing. No randomness; linear time. What a
 * number adds to a score is its own distance.
 */
public record ZScore(Parameters parameters) implements Detector {

    private static final Parameters DEFAULTS =
            Parameters.of("zScore").define("combine", "max", Rule.oneOf("max", "mean"));

    public ZScore {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public ZScore() {
        this(DEFAULTS);
    }

    /** How a row's columns become one number: {@code max} (the default) or {@code mean}. */
    public ZScore combine(String how) {
        return with(parameters.with("combine", how));
    }

    @Override
    public ZScore with(Parameters changed) {
        return new ZScore(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        Covariance.Marginals each = Covariance.marginals(train);
        double[] deviations = new double[train.columns()];
        Arrays.setAll(deviations, column -> constant(train, column) ? 1 : Math.sqrt(each.variances()[column]));
        return restore(ColumnDistances.state(each.means(), deviations));
    }

    private static boolean constant(Features rows, int column) {
        return IntStream.range(1, rows.rows()).allMatch(row -> rows.at(row, column) == rows.at(0, column));
    }

    @Override
    public TrainedModel restore(ModelState state) {
        return ColumnDistances.model(name(), state, parameters.text("combine"));
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
