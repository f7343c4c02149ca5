package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.Generated;
import dev.oddity.datasets.Features;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * What a generator makes of the same noise at a handful of epochs, close together at first, when most changes. The noise
 * has a seed stream of its own and the passes draw nothing, so training goes as it would without them.
 */
final class Snapshots {

    private static final int EPOCHS = 6;

    /** Images and windows are looked at one by one, rows of a table as a cloud. */
    private static final int SHAPED_ROWS = 10;

    private static final int TABLE_ROWS = 300;

    private final Network.Generative generator;
    private final Features train;
    private final TreeSet<Integer> epochs;
    private final float[] noise;
    private final int rows;
    private final List<Generated> taken = new ArrayList<>();

    /**
     * @param train whose shape the generated rows have
     * @param epochs that training has at most
     */
    Snapshots(Network.Generative generator, Features train, int epochs, Random random) {
        this.generator = generator;
        this.train = train;
        this.epochs = of(epochs);
        this.rows = train.shape().length == 2 ? TABLE_ROWS : SHAPED_ROWS;
        this.noise = new float[Math.multiplyExact(rows, generator.width())];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
    }

    /** From the first to the last, at the squares of equal steps. */
    static TreeSet<Integer> of(int epochs) {
        TreeSet<Integer> chosen = new TreeSet<>();
        for (int i = 0; i < EPOCHS; i++) {
            double step = (double) i / (EPOCHS - 1);
            chosen.add((int) Math.round(1 + (epochs - 1) * step * step));
        }
        return chosen;
    }

    /** Looks, if this is one of the epochs. */
    void after(int epoch, Weights weights) {
        if (epochs.contains(epoch)) {
            take(epoch, weights);
        }
    }

    /** Looks at the weights that are kept, which an early end leaves at another epoch than was foreseen. */
    void atLast(int epoch, Weights weights) {
        if (taken.stream().noneMatch(generated -> generated.epoch() == epoch)) {
            take(epoch, weights);
        }
    }

    private void take(int epoch, Weights weights) {
        weights.rest();
        try (NDManager step = weights.owner().newSubManager()) {
            NDArray z = step.create(noise, new Shape(rows, generator.width()));
            float[] made = generator.of(z, weights.pass(step, false)).toFloatArray();
            int[] shape = train.shape().clone();
            shape[0] = rows;
            taken.add(new Generated(epoch, new Features(made, shape, train.names())));
        }
    }

    /** By ascending epoch. */
    List<Generated> taken() {
        return taken.stream().sorted(Comparator.comparingInt(Generated::epoch)).toList();
    }
}
