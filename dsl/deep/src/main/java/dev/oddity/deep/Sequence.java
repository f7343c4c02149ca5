package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.onnx.OnnxValue;
import java.util.List;

/** Layers, one after the other; none does nothing. What all of them can say, the sequence can say too. */
interface Sequence extends Layer, OnnxLayer {

    List<? extends Layer> layers();

    @Override
    default NDArray forward(NDArray rows, Pass pass) {
        NDArray out = rows;
        for (Layer layer : layers()) {
            out = layer.forward(out, pass);
        }
        return out;
    }

    @Override
    default OnnxValue onnx(OnnxValue rows, OnnxPass pass) {
        OnnxValue out = rows;
        for (Layer layer : layers()) {
            out = OnnxLayer.write(layer, out, pass);
        }
        return out;
    }
}
