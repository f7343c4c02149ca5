package dev.oddity.deep;

import java.util.Arrays;
import java.util.Random;

/** Which rows an epoch's batches hold. */
enum Sampling {
    /** Every row once. */
    EVERY_ROW {
        @Override
        int[] draw(int[] shuffled, float[] targets, int[] ends, Random random) {
            return shuffled;
        }
    },
    /**
     * Half of each batch are rows with a target above 0, the anomalies that are told, drawn with replacement; the other half
     * are other rows in their order, about half of them an epoch. Where there is one kind only, every row once.
     */
    BALANCED {
        @Override
        int[] draw(int[] shuffled, float[] targets, int[] ends, Random random) {
            int[] anomalies =
                    Arrays.stream(shuffled).filter(row -> targets[row] > 0).toArray();
            int[] others =
                    Arrays.stream(shuffled).filter(row -> targets[row] <= 0).toArray();
            if (anomalies.length == 0 || others.length == 0) {
                return shuffled;
            }
            int[] drawn = new int[shuffled.length];
            int next = 0;
            int start = 0;
            for (int end : ends) {
                int half = start + (end - start) / 2;
                for (int i = start; i < end; i++) {
                    drawn[i] = i < half ? anomalies[random.nextInt(anomalies.length)] : others[next++ % others.length];
                }
                start = end;
            }
            return drawn;
        }
    };

    /**
     * The rows of an epoch in the order of its batches.
     *
     * @param shuffled all rows to learn from, in a new order
     * @param targets one for each row there is
     * @param ends where each batch ends
     */
    abstract int[] draw(int[] shuffled, float[] targets, int[] ends, Random random);
}
