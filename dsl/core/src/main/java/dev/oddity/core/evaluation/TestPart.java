package dev.oddity.core.evaluation;

/**
 * What a metric may know of the test examples before there are scores.
 *
 * @param data what the examples come from, as a message may name it, such as {@code kdd99 split by holdout(0.6)}
 * @param examples how many there are
 * @param inTime whether the order of time of their points is known: a series, through windows or divided by no chance, or
 *     a split in time
 */
public record TestPart(String data, int examples, boolean inTime) {}
