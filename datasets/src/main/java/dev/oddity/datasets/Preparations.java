package dev.oddity.datasets;

import java.util.List;

/**
 * The steps of a preparation by name. A step begins a {@link Preparation}, whose methods add the next: {@code
 * impute(median()).oneHot().standard()}.
 */
public final class Preparations {

    private Preparations() {}

    /** No step: numbers as they are, constant columns kept. Text and missing values are refused. */
    public static Preparation passthrough() {
        return new Preparation(List.of());
    }

    /** Begins with {@link Preparation#impute(Imputation)}. */
    public static Preparation impute(Imputation value) {
        return passthrough().impute(value);
    }

    /** Begins with {@link Preparation#oneHot()}. */
    public static Preparation oneHot() {
        return passthrough().oneHot();
    }

    /** Begins with {@link Preparation#standard()}. */
    public static Preparation standard() {
        return passthrough().standard();
    }

    /** Begins with {@link Preparation#minMax()}. */
    public static Preparation minMax() {
        return passthrough().minMax();
    }

    /** Begins with {@link Preparation#robust()}. */
    public static Preparation robust() {
        return passthrough().robust();
    }

    /** Begins with {@link Preparation#ordinal(String...)}. */
    public static Preparation ordinal(String... columns) {
        return passthrough().ordinal(columns);
    }

    /** Begins with {@link Preparation#logScale()}. */
    public static Preparation logScale() {
        return passthrough().logScale();
    }

    /** Begins with {@link Preparation#rare(double)}. */
    public static Preparation rare(double share) {
        return passthrough().rare(share);
    }

    /** Begins with {@link Preparation#clip(double)}. */
    public static Preparation clip(double limit) {
        return passthrough().clip(limit);
    }

    /** Fills gaps with the mean of the training rows. */
    public static Imputation mean() {
        return Imputation.MEAN;
    }

    /** Fills gaps with the median of the training rows; of an even number, the mean of the two in the middle. */
    public static Imputation median() {
        return Imputation.MEDIAN;
    }

    /** Fills gaps with a number, which must be finite. */
    public static Imputation constant(double value) {
        return Imputation.constant(value);
    }
}
