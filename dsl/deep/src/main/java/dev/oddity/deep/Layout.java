package dev.oddity.deep;

import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a network, before any has a value: each has a name, a shape, a place and a first value.
 *
 * <p>What is <em>learnt</em> lies end to end in one flat vector, so that an optimiser's step, a gradient's norm or a copy
 * of the best weights is one native call, whatever the depth: a training step of a small network is bound by the number of
 * such calls. What is <em>measured</em> while training, such as running means, has no gradient and lies apart.
 */
final class Layout {

    /**
     * @param name such as {@code encoder.0.weight}, as PyTorch would name it
     * @param first its values before training: uniform in ±{@code first} if random, else {@code first} itself
     */
    record Slot(String name, long[] shape, double first, boolean random) {

        int size() {
            int size = 1;
            for (long dimension : shape) {
                size = Math.multiplyExact(size, Math.toIntExact(dimension));
            }
            return size;
        }
    }

    private final List<Slot> learnt = new ArrayList<>();
    private final List<Slot> measured = new ArrayList<>();

    /** Adds a tensor that starts uniform in ±bound; its place among the learnt. */
    int uniform(String name, double bound, long... shape) {
        learnt.add(new Slot(name, shape, bound, true));
        return learnt.size() - 1;
    }

    /** Adds a tensor that starts with one value everywhere; its place among the learnt. */
    int constant(String name, double value, long... shape) {
        learnt.add(new Slot(name, shape, value, false));
        return learnt.size() - 1;
    }

    /** Adds a tensor that no gradient reaches; its place among the measured. */
    int measured(String name, double value, long... shape) {
        measured.add(new Slot(name, shape, value, false));
        return measured.size() - 1;
    }

    List<Slot> learnt() {
        return learnt;
    }

    List<Slot> measured() {
        return measured;
    }

    /** Numbers to be learnt in all. */
    int size() {
        return learnt.stream().mapToInt(Slot::size).sum();
    }
}
