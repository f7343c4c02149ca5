package dev.oddity.datasets;

/**
 * What fills a missing number. A missing text is always filled with the most frequent one of the training rows, of equally
 * frequent ones the first in the alphabet.
 */
public final class Imputation {

    static final Imputation MEAN = new Imputation("mean", 0, false);
    static final Imputation MEDIAN = new Imputation("median", 0, false);

    private final String name;
    private final double value;
    private final boolean indicator;

    private Imputation(String name, double value, boolean indicator) {
        this.name = name;
        this.value = value;
        this.indicator = indicator;
    }

    /**
     * Adds a column {@code … is missing}, 1 where the number was missing and else 0, after each column of numbers that has a
     * gap in the training rows. No scaling touches it.
     */
    public Imputation indicator() {
        return new Imputation(name, value, true);
    }

    boolean hasIndicator() {
        return indicator;
    }

    static Imputation constant(double value) {
        if (!Double.isFinite(value)) {
            throw new DataException(
                    "constant(" + value + "): gaps are filled with a finite number, such as constant(0)");
        }
        return new Imputation("constant", value, false);
    }

    /** The number to fill with; {@code present} has at least one. */
    public double of(double[] present) {
        return switch (name) {
            case "mean" -> Moments.of(present).mean();
            case "median" -> Selection.median(present.clone());
            default -> value;
        };
    }

    boolean needsValues() {
        return !name.equals("constant");
    }

    /** {@code median()}, {@code constant(0.0)}. */
    @Override
    public String toString() {
        return name + "(" + (needsValues() ? "" : value) + ")" + (indicator ? ".indicator()" : "");
    }
}
