package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The values of a {@link Layout}'s tensors, on a device. */
final class Weights implements AutoCloseable {

    private final Layout layout;
    private final NDManager owner;
    private final NDArray learnt;
    private final List<NDArray> measured;
    private final Map<Float, NDArray> numbers = new HashMap<>();
    private final long[] ends;

    private Weights(Layout layout, NDManager owner, float[] learnt, List<float[]> measured) {
        this.layout = layout;
        this.owner = owner;
        this.learnt = owner.create(learnt);
        this.measured = measured.stream().map(owner::create).toList();
        int[] sizes = layout.learnt().stream().mapToInt(Layout.Slot::size).toArray();
        Arrays.parallelPrefix(sizes, Integer::sum);
        this.ends = Arrays.stream(sizes).limit(sizes.length - 1).asLongStream().toArray();
    }

    /** First values, drawn in the layout's order. The weights own {@code owner} from now on. */
    static Weights first(Layout layout, NDManager owner, Random random) {
        float[] learnt = new float[layout.size()];
        int at = 0;
        for (Layout.Slot slot : layout.learnt()) {
            for (int end = at + slot.size(); at < end; at++) {
                learnt[at] = (float) (slot.random() ? (2 * random.nextDouble() - 1) * slot.first() : slot.first());
            }
        }
        List<float[]> measured = layout.measured().stream()
                .map(slot -> {
                    float[] values = new float[slot.size()];
                    Arrays.fill(values, (float) slot.first());
                    return values;
                })
                .toList();
        return new Weights(layout, owner, learnt, measured);
    }

    /** The values that {@link #tensors()} gave. */
    static Weights of(Layout layout, NDManager owner, ModelState state) {
        float[] learnt = new float[layout.size()];
        int at = 0;
        for (Layout.Slot slot : layout.learnt()) {
            System.arraycopy(kept(state, slot), 0, learnt, at, slot.size());
            at += slot.size();
        }
        return new Weights(
                layout,
                owner,
                learnt,
                layout.measured().stream().map(slot -> kept(state, slot)).toList());
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

    /** Whether operations on these weights are recorded for a gradient. */
    void record(boolean gradient) {
        learnt.setRequiresGradient(gradient);
    }

    /** All that is learnt, as one vector. */
    NDArray learnt() {
        return learnt;
    }

    /** The tensors as one pass sees them: views of the flat vector, which the pass's manager owns. */
    Pass pass(NDManager step, boolean training) {
        learnt.tempAttach(step);
        NDList parts = ends.length == 0 ? new NDList(learnt) : learnt.split(ends, 0);
        NDArray[] views = new NDArray[parts.size()];
        for (int i = 0; i < views.length; i++) {
            long[] shape = layout.learnt().get(i).shape();
            views[i] = shape.length == 1 ? parts.get(i) : parts.get(i).reshape(new Shape(shape));
        }
        return new Pass(step, owner, views, measured, numbers, training);
    }

    /** A copy of every tensor by name. */
    Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        float[] flat = learnt.toFloatArray();
        int at = 0;
        for (Layout.Slot slot : layout.learnt()) {
            tensors.put(slot.name(), tensor(Arrays.copyOfRange(flat, at, at + slot.size()), slot));
            at += slot.size();
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
