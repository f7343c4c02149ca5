package dev.oddity.deep;

/**
 * What a network learns before it learns what it is for.
 *
 * @param network over the same {@link Layout}, with objectives of its own
 * @param epochs passes over the training rows, at least 1
 */
record Pretraining(Network network, int epochs) {}
