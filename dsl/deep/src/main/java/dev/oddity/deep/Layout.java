package dev.oddity.deep;

import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a network, before any has a value: each has a name, a shape, a place and a first value.
 *
 * <p>What is <em>learnt</em> lies end to end in one flat vector for each part, so that an optimiser's step, a gradient's
 * norm or a copy of the best weights is one native call, whatever the depth: a training step of a small network is bound by
 * the number of such calls. Most networks are one part; a generator and its critic are two, for they learn in turns. What
 * is <em>measured</em>, such as running means, has no gradient and lies apart.
 */
final class Layout {

    /** How first values come about. */
    enum Start {
        /** Uniform in ±scale. */
        UNIFORM,
        /** Normal with mean 0 and standard deviation scale. */
        NORMAL,
        /** All of them scale. */
        CONSTANT
    }

    /**
     * @param name such as {@code encoder.0.weight}, as PyTorch would name it
     * @param scale what {@code start} makes of it
     */
    record Slot(String name, long[] shape, Start start, double scale) {

        int size() {
            int size = 1;
            for (long dimension : shape) {
                size = Math.multiplyExact(size, Math.toIntExact(dimension));
            }
            return size;
        }
    }

    private final List<List<Slot>> parts = new ArrayList<>(List.of(new ArrayList<>()));
    private final List<Slot> measured = new ArrayList<>();

    /** What is added from here on learns by itself. Returns the part's number; a network begins with part 0. */
    int part() {
        parts.add(new ArrayList<>());
        return parts.size() - 1;
    }

    /** Adds a tensor that starts uniform in ±bound; its place among the learnt. */
    int uniform(String name, double bound, long... shape) {
        return learnt(new Slot(name, shape, Start.UNIFORM, bound));
    }

    /** Adds a tensor that starts normal with this deviation; its place among the learnt. */
    int normal(String name, double deviation, long... shape) {
        return learnt(new Slot(name, shape, Start.NORMAL, deviation));
    }

    /** Adds a tensor that starts with one value everywhere; its place among the learnt. */
    int constant(String name, double value, long... shape) {
        return learnt(new Slot(name, shape, Start.CONSTANT, value));
    }

    /** Adds a tensor that no gradient reaches; its place among the measured. */
    int measured(String name, double value, long... shape) {
        return measured(new Slot(name, shape, Start.CONSTANT, value));
    }

    /** Adds a tensor that is drawn once, normal with this deviation, and never learnt; its place among the measured. */
    int drawn(String name, double deviation, long... shape) {
        return measured(new Slot(name, shape, Start.NORMAL, deviation));
    }

    private int learnt(Slot slot) {
        parts.get(parts.size() - 1).add(slot);
        return learnt().size() - 1;
    }

    private int measured(Slot slot) {
        measured.add(slot);
        return measured.size() - 1;
    }

    /** The learnt tensors of all parts, in the order they were added. */
    List<Slot> learnt() {
        return parts.stream().flatMap(List::stream).toList();
    }

    /** The learnt tensors of each part. */
    List<List<Slot>> parts() {
        return parts;
    }

    List<Slot> measured() {
        return measured;
    }
}
