package dev.oddity.datasets;

/**
 * Row numbers of the three parts; no row is in two of them.
 *
 * @param train rows a detector is fitted on
 * @param validation rows a threshold may be chosen on; empty unless the split keeps some
 * @param test rows that are only ever scored
 */
public record Partition(int[] train, int[] validation, int[] test) {}
