package dev.oddity.classical;

/** How unusual a number is in its column, higher = more so. */
@FunctionalInterface
interface ColumnScore {

    double of(float x);
}
