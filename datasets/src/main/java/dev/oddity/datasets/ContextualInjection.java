package dev.oddity.datasets;

import java.util.Random;

/**
 * Values that are ordinary in the series but not where they stand: a random point takes the value, of 20 random points of the
 * same channel, that differs most from its own.
 *
 * @param share of the points, in (0, 1); at least one point
 */
record ContextualInjection(double share) implements Injection {

    private static final int CANDIDATES = 20;

    ContextualInjection {
        Share.requireInside("contextual", share);
    }

    @Override
    public void into(double[] values, boolean[] labels, Random random) {
        double[] original = values.clone();
        int[] order = RowOrder.shuffled(values.length, random);
        for (int i = 0; i < Injection.points(values, share); i++) {
            double own = original[order[i]];
            double other = own;
            for (int j = 0; j < CANDIDATES; j++) {
                double candidate = original[random.nextInt(original.length)];
                other = Math.abs(candidate - own) > Math.abs(other - own) ? candidate : other;
            }
            values[order[i]] = other;
            labels[order[i]] = true;
        }
    }

    @Override
    public String toString() {
        return "contextual(" + share + ")";
    }
}
