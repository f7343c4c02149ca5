package dev.oddity.datasets;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Runs of values that are ordinary each but not together: a random stretch stands still at its first value, as a sensor that
 * hangs. Stretches do not overlap, and none lies in two series. Where the channel stands still already, or is missing, it is left
 * alone.
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
    public void into(double[] values, int[] series, boolean[] labels, Random random) {
        int[] places = places(series, random);
        if (places.length == 0) {
            throw new DataException("collective anomalies of " + length + " points in a series of " + longest(series)
                    + "; take shorter ones with .length(..)");
        }
        int stretches = Math.max(1, Points.in(values, share) / length);
        for (int from : places) {
            double still = firstPresent(values, from);
            boolean stands = Double.isNaN(still)
                    || Arrays.stream(values, from, from + length).allMatch(value -> value == still);
            if (stretches > 0 && !stands) {
                Arrays.fill(values, from, from + length, still);
                Arrays.fill(labels, from, from + length, true);
                stretches--;
            }
        }
    }

    /** Where stretches may begin, in random order: side by side in each series, from a random point on. */
    private int[] places(int[] series, Random random) {
        int[] order = RowOrder.shuffled(wholeIn(series), random);
        int[] places = new int[order.length];
        int placed = 0;
        for (int from = 0; from < series.length; from = Points.end(series, from)) {
            int points = Points.end(series, from) - from;
            int offset = from + random.nextInt(points % length + 1);
            for (int i = 0; i < points / length; i++) {
                places[placed++] = offset + i * length;
            }
        }
        return IntStream.of(order).map(place -> places[place]).toArray();
    }

    /** Stretches that have room beside each other, none in two series. */
    private int wholeIn(int[] series) {
        int whole = 0;
        for (int from = 0; from < series.length; from = Points.end(series, from)) {
            whole += (Points.end(series, from) - from) / length;
        }
        return whole;
    }

    private static int longest(int[] series) {
        int longest = 0;
        for (int from = 0; from < series.length; from = Points.end(series, from)) {
            longest = Math.max(longest, Points.end(series, from) - from);
        }
        return longest;
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
