package dev.oddity.deep;

import dev.oddity.core.onnx.OnnxValue;

/** A layer that can be written as nodes of an ONNX graph, as it scores: nothing is dropped, running means are used. */
interface OnnxLayer {

    /** rows × in → rows × out. */
    OnnxValue onnx(OnnxValue rows, OnnxPass pass);

    /**
     * The layer written.
     *
     * @throws IllegalArgumentException if it has no such form
     */
    static OnnxValue write(Layer layer, OnnxValue rows, OnnxPass pass) {
        if (layer instanceof OnnxLayer written) {
            return written.onnx(rows, pass);
        }
        throw new IllegalArgumentException("the layer " + layer.getClass().getSimpleName()
                + " has no ONNX form; those of a dense network have: linear, batch norm, dropout and activations");
    }
}
