package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;

/**
 * Values that occur nowhere else: random points are moved to between 4 and 6 standard deviations from the mean of the channel
 * in their series, up or down; both are taken over points that are no anomalies yet. Where the channel does not vary it stays
 * as it is, and normal.
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
    public void into(double[] values, int[] series, boolean[] labels, Random random) {
        Moments[] moments = Arrays.stream(Points.ordinary(values, series, labels))
                .map(Moments::of)
                .toArray(Moments[]::new);
        for (int point : Points.drawn(values, share, random)) {
            Moments own = moments[series[point]];
            double away = NEAREST + (FARTHEST - NEAREST) * random.nextDouble();
            double moved = own.mean() + (random.nextBoolean() ? away : -away) * own.deviation();
            if (own.deviation() > 0) {
                values[point] = moved;
                labels[point] = true;
            }
        }
    }

    @Override
    public String toString() {
        return "point(" + share + ")";
    }
}
