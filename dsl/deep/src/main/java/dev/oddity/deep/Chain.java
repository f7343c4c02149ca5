package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.onnx.OnnxValue;

/** Two layers, one after the other. */
record Chain(Layer first, Layer second) implements Layer, OnnxLayer {

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return second.forward(first.forward(rows, pass), pass);
    }

    @Override
    public OnnxValue onnx(OnnxValue rows, OnnxPass pass) {
        return OnnxLayer.write(second, OnnxLayer.write(first, rows, pass), pass);
    }
}
