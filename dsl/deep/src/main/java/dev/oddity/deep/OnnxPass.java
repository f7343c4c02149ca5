package dev.oddity.deep;

import dev.oddity.core.detector.Tensor;
import dev.oddity.core.onnx.OnnxGraph;
import dev.oddity.core.onnx.OnnxValue;
import java.util.Arrays;
import java.util.Map;

/**
 * The tensors of a trained network as constants of a graph: what a {@link Pass} is to a forward pass.
 *
 * @param tensors by name
 */
record OnnxPass(OnnxGraph graph, Layout layout, Map<String, Tensor> tensors) {

    OnnxValue learnt(int place) {
        return constant(layout.learnt().get(place));
    }

    OnnxValue measured(int place) {
        return constant(layout.measured().get(place));
    }

    private OnnxValue constant(Layout.Slot slot) {
        Tensor tensor = tensors.get(slot.name());
        return graph.constant(
                tensor.floats(), Arrays.stream(tensor.shape()).asLongStream().toArray());
    }
}
