package dev.oddity.deep;

import dev.oddity.reproducibility.SeedStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Which rows are learnt from, in a new order each epoch, and which are kept out of the steps. */
final class Order {

    private final int[] learnt;
    private final int[] held;
    private final int[] ends;
    private final Random random;

    /** Of so many rows. */
    Order(int rows, Training training, SeedStream seeds) {
        int[] all = IntStream.range(0, rows).toArray();
        shuffle(all, seeds.named("validation").random());
        held = Arrays.copyOf(all, training.held(rows));
        learnt = Arrays.copyOfRange(all, held.length, rows);
        Arrays.sort(learnt);
        ends = ends(learnt.length, training.batchSize(learnt.length));
        random = seeds.named("shuffle").random();
    }

    /** The rows of the next epoch in the order of its batches. */
    int[] next(Sampling sampling, float[] targets) {
        shuffle(learnt, random);
        return sampling.draw(learnt, targets, ends, random);
    }

    /** Where each batch of an epoch ends. */
    int[] ends() {
        return ends;
    }

    /** The rows that early stopping watches; none without patience. */
    int[] held() {
        return held;
    }

    /** Where batches of nearly equal size end. */
    static int[] ends(int rows, int batchSize) {
        int batches = (rows + batchSize - 1) / batchSize;
        int[] ends = new int[batches];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = (int) ((long) rows * (i + 1) / batches);
        }
        return ends;
    }

    /** Fisher and Yates. */
    private static void shuffle(int[] rows, Random random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = rows[j];
            rows[j] = rows[i];
            rows[i] = other;
        }
    }
}
