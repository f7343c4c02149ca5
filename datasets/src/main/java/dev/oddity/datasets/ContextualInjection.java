package dev.oddity.datasets;

import java.util.Random;

/**
 * Values that are ordinary in the series but not where they stand: a random point takes the value, of 20 random points of the
 * same channel and series that are no anomalies yet, that differs most from its own. Where all are its own value it stays as
 * it is, and normal.
 *
 * @param share of the points, in (0, 1); at least one point
 */
record ContextualInjection(double share) implements Injection {

    private static final int CANDIDATES = 20;

    ContextualInjection {
        Share.requireInside("contextual", share);
    }

    @Override
    public void into(double[] values, int[] series, boolean[] labels, Random random) {
        double[] original = values.clone();
        double[][] ordinary = Points.ordinary(values, series, labels);
        for (int point : Points.drawn(values, share, random)) {
            double[] others = ordinary[series[point]];
            double own = original[point];
            double other = own;
            for (int j = 0; j < CANDIDATES && others.length > 0; j++) {
                double candidate = others[random.nextInt(others.length)];
                other = Math.abs(candidate - own) > Math.abs(other - own) ? candidate : other;
            }
            values[point] = other;
            labels[point] |= other != own;
        }
    }

    @Override
    public String toString() {
        return "contextual(" + share + ")";
    }
}
