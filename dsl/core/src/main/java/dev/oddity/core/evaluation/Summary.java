package dev.oddity.core.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One metric over several runs that differ in their seed alone.
 *
 * @param values one per run, in the order of the seeds; finite, at least one
 */
public record Summary(List<Double> values) {

    public Summary {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values to summarise: give at least one");
        }
        for (Double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "cannot summarise " + values + ": every value must be a finite number");
            }
        }
    }

    public static Summary of(double... values) {
        return new Summary(Arrays.stream(values).boxed().toList());
    }

    /** How many runs. */
    public int n() {
        return values.size();
    }

    public double mean() {
        return values.stream().mapToDouble(Double::doubleValue).sum() / n();
    }

    /** Of a sample, with n − 1 in the denominator; empty for a single run, of which nothing is known about the spread. */
    public OptionalDouble standardDeviation() {
        if (n() == 1) {
            return OptionalDouble.empty();
        }
        double mean = mean();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return OptionalDouble.of(Math.sqrt(squares / (n() - 1)));
    }

    public double min() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double max() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** {@code 0.9541 ± 0.0032}, or {@code 0.9541} for a single run; of a mean of 100 or more one decimal, of 10,000 none. */
    @Override
    public String toString() {
        double size = Math.abs(mean());
        String decimals = size < 100 ? "%.4f" : size < 10_000 ? "%.1f" : "%,.0f";
        String mean = String.format(Locale.ROOT, decimals, mean());
        return standardDeviation().isEmpty()
                ? mean
                : mean
                        + String.format(
                                Locale.ROOT,
                                " ± " + decimals,
                                standardDeviation().getAsDouble());
    }
}
