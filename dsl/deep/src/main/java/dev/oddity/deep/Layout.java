package dev.oddity.deep;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

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
    @FunctionalInterface
    interface Start {

        /** Uniform in ±scale. */
        Start UNIFORM = (slot, random, engine) -> draw(slot, () -> (2 * random.nextDouble() - 1) * slot.scale());

        /** Normal with mean 0 and standard deviation scale. */
        Start NORMAL = (slot, random, engine) -> draw(slot, () -> random.nextGaussian() * slot.scale());

        /** All of them scale. */
        Start CONSTANT = (slot, random, engine) -> draw(slot, slot::scale);

        /**
         * The tensor's numbers, row-major.
         *
         * @param engine for what the engine draws; its generator may be seeded from {@code random}
         */
        float[] values(Slot slot, Random random, NDManager engine);

        private static float[] draw(Slot slot, DoubleSupplier next) {
            float[] values = new float[slot.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) next.getAsDouble();
            }
            return values;
        }
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
    private long widest = 1;

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

    /** Adds a tensor that starts as {@code start} says; its place among the learnt. */
    int learnt(String name, Start start, long... shape) {
        return learnt(new Slot(name, shape, start, 0));
    }

    /** Adds a tensor that starts as {@code start} says and that no gradient reaches; its place among the measured. */
    int measured(String name, Start start, long... shape) {
        return measured(new Slot(name, shape, start, 0));
    }

    /** Tells that a layer gives so many numbers for a row. */
    void widest(long numbers) {
        widest = Math.max(widest, numbers);
    }

    /** The most numbers that a layer gives for a row, as far as layers tell. */
    long widest() {
        return widest;
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
