package dev.oddity.core.display;

/**
 * Places beside each other.
 *
 * @param to the one after the last
 */
record Range(long from, long to) {}
