package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;

/**
 * Runs of values that are ordinary each but not together: a random stretch stands still at its first value, as a sensor that
 * hangs. Stretches do not overlap.
 *
 * @param share of the points, in (0, 1); at least one stretch
 * @param length points in a stretch, at least 2
 */
public record CollectiveInjection(double share, int length) implements Injection {

    public CollectiveInjection {
        Share.requireInside("collective", share);
        if (length < 2) {
            throw new DataException(
                    "length(" + length + "): a collective anomaly has at least two points, such as length(50)");
        }
    }

    /** Stretches of so many points. */
    public CollectiveInjection length(int points) {
        return new CollectiveInjection(share, points);
    }

    @Override
    public void into(double[] values, boolean[] labels, Random random) {
        int places = values.length / length;
        if (places == 0) {
            throw new DataException("collective anomalies of " + length + " points in a series of " + values.length
                    + "; take shorter ones with .length(..)");
        }
        int[] order = RowOrder.shuffled(places, random);
        int stretches = Math.min(places, Math.max(1, Injection.points(values, share) / length));
        int slack = values.length - places * length;
        int offset = random.nextInt(slack + 1);
        for (int i = 0; i < stretches; i++) {
            int from = offset + order[i] * length;
            Arrays.fill(values, from, from + length, firstPresent(values, from));
            Arrays.fill(labels, from, from + length, true);
        }
    }

    /** Of a stretch, the first value that is not missing; NaN if all are. */
    private double firstPresent(double[] values, int from) {
        return Arrays.stream(values, from, from + length)
                .filter(value -> !Double.isNaN(value))
                .findFirst()
                .orElse(Double.NaN);
    }

    @Override
    public String toString() {
        return "collective(" + share + ")" + (length == Injections.STRETCH ? "" : ".length(" + length + ")");
    }
}
