package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where each column may be cut: between all its distinct numbers if these are few, else at quantiles, as histogram-based
 * trees do (Ke et al., "LightGBM", NeurIPS 2017).
 *
 * @param of by column, ascending
 */
record Cuts(float[][] of) {

    /** @param most cuts of a column */
    static Cuts of(Features rows, int most) {
        return new Cuts(IntStream.range(0, rows.columns())
                .parallel()
                .mapToObj(column -> cuts(rows, column, most))
                .toArray(float[][]::new));
    }

    private static float[] cuts(Features rows, int column, int most) {
        float[] sorted = new float[rows.rows()];
        for (int row = 0; row < sorted.length; row++) {
            sorted[row] = rows.at(row, column) + 0f;
        }
        Arrays.sort(sorted);
        int[] steps = IntStream.range(1, sorted.length)
                .filter(i -> sorted[i - 1] != sorted[i])
                .toArray();
        if (steps.length > most) {
            steps = IntStream.rangeClosed(1, most)
                    .map(i -> step(sorted, (int) ((long) i * sorted.length / (most + 1))))
                    .filter(i -> i < sorted.length)
                    .distinct()
                    .toArray();
        }
        float[] cuts = new float[steps.length];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = between(sorted[steps[i] - 1], sorted[steps[i]]);
        }
        return cuts;
    }

    /** The first place from here on that begins another number; the end if none does. */
    private static int step(float[] sorted, int from) {
        int place = Math.max(1, from);
        while (place < sorted.length && sorted[place - 1] == sorted[place]) {
            place++;
        }
        return place;
    }

    /** The middle, where that is a number of its own; else the upper one. */
    private static float between(float below, float above) {
        float middle = (float) (((double) below + above) / 2);
        return middle > below ? middle : above;
    }

    /** In place of each number, how many cuts lie at or below it. */
    Features places(Features rows) {
        float[] places = new float[rows.rows() * rows.columns()];
        for (int i = 0; i < places.length; i++) {
            int column = i % rows.columns();
            int found = Arrays.binarySearch(of[column], rows.at(i / rows.columns(), column) + 0f);
            places[i] = found < 0 ? -found - 1 : found + 1;
        }
        return Features.of(places, rows.columns());
    }

    /** The cut that parts the places below this number from those above it. */
    float above(int column, double place) {
        return of[column][(int) Math.floor(place)];
    }
}
