package dev.oddity.core.chart;

import dev.oddity.reproducibility.SeedStream;
import java.util.Arrays;
import java.util.Random;

/** Some of many, the same each time: drawn by a seed of the pictures' own, given back in their order. */
final class Sample {

    private static final SeedStream SEEDS = new SeedStream(42).named("pictures");

    private Sample() {}

    /** All, where there are no more than {@code most}. */
    static int[] of(int[] all, int most) {
        int[] drawn = all.clone();
        if (all.length > most) {
            Random random = SEEDS.random();
            for (int i = 0; i < most; i++) {
                int j = i + random.nextInt(drawn.length - i);
                int other = drawn[i];
                drawn[i] = drawn[j];
                drawn[j] = other;
            }
            drawn = Arrays.copyOf(drawn, most);
            Arrays.sort(drawn);
        }
        return drawn;
    }
}
