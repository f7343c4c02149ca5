package dev.oddity.core.comparison;

/**
 * Two models on the same seeds, or the same data sets.
 *
 * @param first a model's name
 * @param second another's
 * @param difference mean figure of the first minus that of the second
 * @param interval of that difference
 * @param pairs on which the two differ
 * @param p of Wilcoxon's signed-rank test, two-sided, taken by itself
 * @param holm the same, corrected for all tests of the comparison
 */
public record PairedTest(
        String first, String second, double difference, Interval interval, int pairs, double p, double holm) {}
