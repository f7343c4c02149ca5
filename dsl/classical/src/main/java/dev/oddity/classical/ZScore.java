package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
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
        double[] means = new double[train.columns()];
        double[] deviations = new double[train.columns()];
        IntStream.range(0, means.length).parallel().forEach(column -> {
            means[column] = mean(train, column);
            deviations[column] = deviation(train, column, means[column]);
        });
        return restore(ColumnDistances.state(means, deviations));
    }

    private static double mean(Features rows, int column) {
        double sum = 0;
        for (int row = 0; row < rows.rows(); row++) {
            sum += rows.at(row, column);
        }
        return sum / rows.rows();
    }

    private static double deviation(Features rows, int column, double mean) {
        double squares = 0;
        boolean constant = true;
        for (int row = 0; row < rows.rows(); row++) {
            double difference = rows.at(row, column) - mean;
            squares += difference * difference;
            constant &= rows.at(row, column) == rows.at(0, column);
        }
        return constant ? 1 : Math.sqrt(squares / rows.rows());
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
