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
 * The z-score that outliers in training cannot spoil: maxⱼ 0.6745·|xⱼ − medianⱼ|/MADⱼ (Iglewicz &amp; Hoaglin, "How to
 * detect and handle outliers", 1993), MAD the median absolute deviation from the median; customary threshold 3.5.
 *
 * <p>Where more than half of a column's numbers are equal its MAD is 0; then |xⱼ − medianⱼ|/(1.253314·MeanADⱼ) is taken
 * instead, the mean absolute deviation brought to the scale of σ by √(π/2), as IBM SPSS does. A column that was
 * constant in training counts |xⱼ − medianⱼ| itself. {@code combine("mean")} takes the mean over the columns. Scaling
 * the columns beforehand changes nothing. No randomness; each column is sorted twice. What a number adds to a score is
 * its own distance.
 */
public record ModifiedZScore(Parameters parameters) implements Detector {

    /** The third quartile of the standard normal distribution, to the four digits of the definition. */
    private static final double NORMAL_QUARTILE = 0.6745;

    private static final double ROOT_OF_HALF_PI = 1.253314;

    private static final Parameters DEFAULTS =
            Parameters.of("modifiedZScore").define("combine", "max", Rule.oneOf("max", "mean"));

    public ModifiedZScore {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public ModifiedZScore() {
        this(DEFAULTS);
    }

    /** How a row's columns become one number: {@code max} (the default) or {@code mean}. */
    public ModifiedZScore combine(String how) {
        return with(parameters.with("combine", how));
    }

    @Override
    public ModifiedZScore with(Parameters changed) {
        return new ModifiedZScore(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        double[] medians = new double[train.columns()];
        double[] scales = new double[train.columns()];
        IntStream.range(0, medians.length).parallel().forEach(column -> {
            double[] numbers = new double[train.rows()];
            Arrays.setAll(numbers, row -> train.at(row, column));
            double centre = sortedMedian(numbers);
            medians[column] = centre;
            scales[column] = scale(numbers, centre);
        });
        return restore(ColumnDistances.state(medians, scales));
    }

    private static double scale(double[] numbers, double median) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.abs(numbers[i] - median);
            sum += numbers[i];
        }
        double mad = sortedMedian(numbers);
        if (mad > 0) {
            return mad / NORMAL_QUARTILE;
        }
        return sum > 0 ? ROOT_OF_HALF_PI * sum / numbers.length : 1;
    }

    private static double sortedMedian(double[] numbers) {
        Arrays.sort(numbers);
        int middle = numbers.length / 2;
        return numbers.length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
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
