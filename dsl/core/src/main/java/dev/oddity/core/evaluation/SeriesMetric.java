package dev.oddity.core.evaluation;

/** A metric of points in the order of time; refused where there is none. */
interface SeriesMetric extends Metric {

    @Override
    default boolean resamplable() {
        return false;
    }

    @Override
    default void check(TestPart test) {
        if (!test.inTime()) {
            throw new IllegalArgumentException(this + " judges points in the order of time, and " + test.data()
                    + " has none; if its rows are a series, split it with .split(temporal(0.6)) or see it through"
                    + " .windows(64), else leave " + this + " out");
        }
    }
}
