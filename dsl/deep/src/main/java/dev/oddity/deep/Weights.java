package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** The values of a {@link Layout}'s tensors, on a device. */
final class Weights implements AutoCloseable {

    private final Layout layout;
    private final NDManager owner;
    private final List<NDArray> parts;
    private final List<NDArray> measured;
    private final Map<Float, NDArray> numbers = new HashMap<>();

    private Weights(Layout layout, NDManager owner, List<float[]> parts, List<float[]> measured) {
        this.layout = layout;
        this.owner = owner;
        this.parts = parts.stream().map(owner::create).collect(Collectors.toCollection(ArrayList::new));
        this.measured = new ArrayList<>();
        for (int place = 0; place < measured.size(); place++) {
            Shape shape = new Shape(layout.measured().get(place).shape());
            this.measured.add(owner.create(measured.get(place), shape));
        }
    }

    /** First values, drawn in the layout's order. The weights own {@code owner} from now on. */
    static Weights first(Layout layout, NDManager owner, Random random) {
        List<float[]> parts = new ArrayList<>();
        for (List<Layout.Slot> slots : layout.parts()) {
            float[] flat = new float[size(slots)];
            int at = 0;
            for (Layout.Slot slot : slots) {
                System.arraycopy(slot.start().values(slot, random, owner), 0, flat, at, slot.size());
                at += slot.size();
            }
            parts.add(flat);
        }
        List<float[]> measured = new ArrayList<>();
        for (Layout.Slot slot : layout.measured()) {
            measured.add(slot.start().values(slot, random, owner));
        }
        return new Weights(layout, owner, parts, measured);
    }

    private static int size(List<Layout.Slot> slots) {
        return slots.stream().mapToInt(Layout.Slot::size).sum();
    }

    /** The values that {@link #tensors()} gave. */
    static Weights of(Layout layout, NDManager owner, ModelState state) {
        // Before anything is allocated: parameters read from a file may claim any width.
        layout.learnt().forEach(slot -> kept(state, slot));
        List<float[]> parts = new ArrayList<>();
        for (List<Layout.Slot> slots : layout.parts()) {
            float[] flat = new float[size(slots)];
            int at = 0;
            for (Layout.Slot slot : slots) {
                System.arraycopy(kept(state, slot), 0, flat, at, slot.size());
                at += slot.size();
            }
            parts.add(flat);
        }
        List<float[]> measured =
                layout.measured().stream().map(slot -> kept(state, slot)).toList();
        return new Weights(layout, owner, parts, measured);
    }

    private static float[] kept(ModelState state, Layout.Slot slot) {
        float[] values = state.tensor(slot.name()).floats();
        if (values.length != slot.size()) {
            throw new IllegalArgumentException(
                    "tensor '" + slot.name() + "' of this model's file holds " + values.length
                            + " numbers where this detector needs " + Arrays.toString(slot.shape())
                            + "; restore it with the parameters it was fitted with");
        }
        return values;
    }

    /** Whether operations on a part are recorded for a gradient. */
    void record(int part, boolean gradient) {
        parts.get(part).setRequiresGradient(gradient);
    }

    /** Operations on this part, and on no other, are recorded from now on. */
    void learn(int part) {
        for (int other = 0; other < parts.size(); other++) {
            record(other, other == part);
        }
    }

    /** No operation is recorded any more. */
    void rest() {
        for (int part = 0; part < parts.size(); part++) {
            record(part, false);
        }
    }

    /** All that a part learns, as one vector. */
    NDArray part(int number) {
        return parts.get(number);
    }

    int parts() {
        return parts.size();
    }

    NDManager owner() {
        return owner;
    }

    /** Gives a measured tensor other values, as many as it has. */
    void measure(int place, float[] values) {
        Shape shape = new Shape(layout.measured().get(place).shape());
        measured.set(place, owner.create(values, shape)).close();
    }

    /** The tensors as one pass sees them: views of the flat vectors, which the pass's manager owns. */
    Pass pass(NDManager step, boolean training) {
        List<NDArray> views = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            if (parts.get(part).getManager() != step) {
                parts.get(part).tempAttach(step);
            }
            List<Layout.Slot> slots = layout.parts().get(part);
            NDList pieces = slots.size() < 2
                    ? new NDList(parts.get(part))
                    : parts.get(part).split(ends(slots), 0);
            for (int i = 0; i < slots.size(); i++) {
                long[] shape = slots.get(i).shape();
                views.add(shape.length == 1 ? pieces.get(i) : pieces.get(i).reshape(new Shape(shape)));
            }
        }
        return new Pass(step, owner, views, measured, numbers, new Product(training), training);
    }

    /** Where each tensor ends but the last. */
    private static long[] ends(List<Layout.Slot> slots) {
        long[] ends = new long[slots.size() - 1];
        long end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += slots.get(i).size();
            ends[i] = end;
        }
        return ends;
    }

    /** A copy of all values, learnt and measured, on the device; the caller closes it or gives it to {@link #take}. */
    NDList copy() {
        NDList copy = new NDList();
        parts.forEach(part -> copy.add(part.stopGradient().duplicate()));
        measured.forEach(values -> copy.add(values.duplicate()));
        return copy;
    }

    /** Makes a {@link #copy()} its own; its former values are freed. */
    void take(NDList copy) {
        copy.attach(owner);
        for (int i = 0; i < copy.size(); i++) {
            NDArray former = i < parts.size() ? parts.set(i, copy.get(i)) : measured.set(i - parts.size(), copy.get(i));
            former.close();
        }
    }

    /** A copy of every tensor by name. */
    Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int part = 0; part < parts.size(); part++) {
            float[] flat = parts.get(part).toFloatArray();
            int at = 0;
            for (Layout.Slot slot : layout.parts().get(part)) {
                tensors.put(slot.name(), tensor(Arrays.copyOfRange(flat, at, at + slot.size()), slot));
                at += slot.size();
            }
        }
        for (int i = 0; i < measured.size(); i++) {
            Layout.Slot slot = layout.measured().get(i);
            tensors.put(slot.name(), tensor(measured.get(i).toFloatArray(), slot));
        }
        return tensors;
    }

    private static Tensor tensor(float[] values, Layout.Slot slot) {
        return Tensor.of(
                values, Arrays.stream(slot.shape()).mapToInt(Math::toIntExact).toArray());
    }

    @Override
    public void close() {
        owner.close();
    }
}
