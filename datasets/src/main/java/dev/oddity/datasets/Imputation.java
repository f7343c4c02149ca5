package dev.oddity.datasets;

import java.util.Arrays;

/**
 * What fills a missing number. A missing text is always filled with the most frequent one of the training rows, of equally
 * frequent ones the first in the alphabet.
 */
public final class Imputation {

    static final Imputation MEAN = new Imputation("mean", 0);
    static final Imputation MEDIAN = new Imputation("median", 0);

    private final String name;
    private final double value;

    private Imputation(String name, double value) {
        this.name = name;
        this.value = value;
    }

    static Imputation constant(double value) {
        if (!Double.isFinite(value)) {
            throw new DataException(
                    "constant(" + value + "): gaps are filled with a finite number, such as constant(0)");
        }
        return new Imputation("constant", value);
    }

    /** The number to fill with; {@code present} has at least one. */
    double of(double[] present) {
        return switch (name) {
            case "mean" -> Moments.of(present).mean();
            case "median" -> Quantile.of(sorted(present), 0.5);
            default -> value;
        };
    }

    boolean needsValues() {
        return !name.equals("constant");
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** {@code median()}, {@code constant(0.0)}. */
    @Override
    public String toString() {
        return name + "(" + (needsValues() ? "" : value) + ")";
    }
}
