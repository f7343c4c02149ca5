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
        throw new IllegalArgumentException(
                word(layer) + " has no ONNX form; dense, batchNorm, layerNorm, dropout, reshape,"
                        + " flatten and the activations have; keep this detector with save(folder)");
    }

    /** What a user calls it. */
    private static String word(Layer layer) {
        return layer instanceof Convolution
                ? "conv(..)"
                : layer instanceof MaxPool
                        ? "maxPool()"
                        : layer instanceof Upsample
                                ? "upsample(..)"
                                : layer instanceof BlockLayer
                                        ? "block(..)"
                                        : "the layer " + layer.getClass().getSimpleName();
    }
}
