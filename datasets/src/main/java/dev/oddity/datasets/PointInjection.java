package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;

/**
 * Values that occur nowhere else: random points are moved to between 4 and 6 standard deviations from the channel's mean, up
 * or down.
 *
 * @param share of the points, in (0, 1); at least one point
 */
record PointInjection(double share) implements Injection {

    private static final double NEAREST = 4;
    private static final double FARTHEST = 6;

    PointInjection {
        Share.requireInside("point", share);
    }

    @Override
    public void into(double[] values, boolean[] labels, Random random) {
        Moments moments = Moments.of(
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray());
        for (int point : Injection.drawn(values, share, random)) {
            double away = NEAREST + (FARTHEST - NEAREST) * random.nextDouble();
            values[point] = moments.mean() + (random.nextBoolean() ? away : -away) * moments.deviation();
            labels[point] = true;
        }
    }

    @Override
    public String toString() {
        return "point(" + share + ")";
    }
}
