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
 * How far beyond the box of its column's box plot a number lies, in lengths of the box: maxⱼ max(Q1ⱼ − xⱼ, xⱼ −
 * Q3ⱼ)/(Q3ⱼ − Q1ⱼ), Q1 and Q3 being the training rows' quartiles (Tukey, "Exploratory data analysis", 1977). Tukey's
 * inner fences are the scores above 1.5, his outer fences those above 3; within the box the score is negative, −½ in
 * its middle.
 *
 * <p>Quartiles interpolate linearly between two numbers, as NumPy's and R's do by default. Where a column's quartiles
 * are equal, the length that a normal column of the same mean absolute deviation from the median would have is taken,
 * 1.690695·MeanADⱼ; in a column that was constant in training, 1. {@code combine("mean")} takes the mean over the
 * columns. Scaling the columns beforehand changes nothing. No randomness; each column is sorted once. What a number
 * adds to a score is its own distance.
 */
public record Iqr(Parameters parameters) implements Detector {

    /** From the middle of a box to its ends, in lengths of the box. */
    private static final double HALF_A_BOX = .5;

    /** Twice the third quartile of the standard normal distribution by its mean absolute deviation, √(2/π). */
    private static final double BOX_BY_MEAN_DEVIATION = 1.690695;

    private static final Parameters DEFAULTS = Parameters.of("iqr").define("combine", "max", Rule.oneOf("max", "mean"));

    public Iqr {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public Iqr() {
        this(DEFAULTS);
    }

    /** How a row's columns become one number: {@code max} (the default) or {@code mean}. */
    public Iqr combine(String how) {
        return with(parameters.with("combine", how));
    }

    @Override
    public Iqr with(Parameters changed) {
        return new Iqr(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        double[] middles = new double[train.columns()];
        double[] lengths = new double[train.columns()];
        IntStream.range(0, middles.length).parallel().forEach(column -> {
            float[] sorted = Columns.sorted(train, column);
            double first = quantile(sorted, .25);
            double third = quantile(sorted, .75);
            middles[column] = (first + third) / 2;
            lengths[column] = third > first ? third - first : length(sorted);
        });
        return restore(ColumnDistances.state(middles, lengths));
    }

    private static double quantile(float[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * ((double) sorted[above] - sorted[below]);
    }

    private static double length(float[] sorted) {
        double median = quantile(sorted, .5);
        double deviation = IntStream.range(0, sorted.length)
                        .mapToDouble(i -> Math.abs(sorted[i] - median))
                        .sum()
                / sorted.length;
        return deviation > 0 ? BOX_BY_MEAN_DEVIATION * deviation : 1;
    }

    @Override
    public TrainedModel restore(ModelState state) {
        return ColumnDistances.model(name(), state, parameters.text("combine"), HALF_A_BOX);
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
