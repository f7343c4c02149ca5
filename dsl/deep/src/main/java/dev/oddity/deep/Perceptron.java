package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A dense network, linear layers with an activation between each two, that can write down its own gradient by its rows: a
 * product of weights and slopes. The engine differentiates once; a loss that holds a gradient of the network, as WGAN-GP's
 * does, needs it as an ordinary expression.
 *
 * <p>It has no batch norm, which would tie a row's numbers to the rows beside it.
 *
 * @param hidden layers, each followed by the activation; none for a linear network
 */
record Perceptron(List<Linear> hidden, Linear out, Activation activation) implements Layer, OnnxLayer {

    /** From the width of the rows to the width of what comes out. */
    static Perceptron in(Layout layout, String name, Activation activation, int... widths) {
        List<Linear> hidden = new ArrayList<>();
        int last = widths.length - 1;
        for (int i = 1; i < last; i++) {
            hidden.add(Linear.in(layout, name + "." + (i - 1), widths[i - 1], widths[i]));
        }
        return new Perceptron(hidden, Linear.in(layout, name + ".out", widths[last - 1], widths[last]), activation);
    }

    /**
     * Rows on their way.
     *
     * @param slopes of the activation after each hidden layer
     * @param features what the last hidden layer gives
     */
    record Trace(List<NDArray> slopes, NDArray features) {}

    Trace trace(NDArray rows, Pass pass) {
        List<NDArray> slopes = new ArrayList<>();
        NDArray features = rows;
        for (Linear layer : hidden) {
            NDArray straight = layer.forward(features, pass);
            slopes.add(activation.slope(straight, pass));
            features = activation.forward(straight, pass);
        }
        return new Trace(slopes, features);
    }

    /** What the last hidden layer gives, rows × its width; the rows themselves where there is none. */
    NDArray features(NDArray rows, Pass pass) {
        NDArray features = rows;
        for (Linear layer : hidden) {
            features = activation.forward(layer.forward(features, pass), pass);
        }
        return features;
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return out.forward(features(rows, pass), pass);
    }

    @Override
    public OnnxValue onnx(OnnxValue rows, OnnxPass pass) {
        OnnxValue features = rows;
        for (Linear layer : hidden) {
            features = activation.onnx(layer.onnx(features, pass), pass);
        }
        return out.onnx(features, pass);
    }

    /**
     * The gradient by each row of the one number that comes out for it, rows × columns: ((w ∘ σ′ₙ)·Wₙ ∘ σ′ₙ₋₁)·Wₙ₋₁ …, w
     * the last layer's weights. One row for all where no layer is hidden.
     */
    NDArray gradient(NDArray rows, Pass pass) {
        return throughHidden(pass.learnt(out.weight()), trace(rows, pass), pass);
    }

    /** The gradient by each row of Σ weight ∘ output, for a weight to each number that comes out. */
    NDArray throughAll(NDArray weight, Trace trace, Pass pass) {
        return throughHidden(back(weight, out, pass), trace, pass);
    }

    /** The gradient by each row of Σ weight ∘ features. */
    NDArray throughHidden(NDArray weight, Trace trace, Pass pass) {
        NDArray gradient = weight;
        for (int i = hidden.size() - 1; i >= 0; i--) {
            gradient = back(gradient.mul(trace.slopes().get(i)), hidden.get(i), pass);
        }
        return gradient;
    }

    /**
     * gradient·W. In scoring W lies the other way round, as in a forward pass: only that product of the engine's gives a row
     * the same bits wherever in the block it stands.
     */
    private static NDArray back(NDArray gradient, Linear layer, Pass pass) {
        NDArray weight = pass.learnt(layer.weight());
        if (pass.training()) {
            return gradient.matMul(weight);
        }
        Shape turned = new Shape(weight.getShape().get(1), weight.getShape().get(0));
        return gradient.matMul(weight.transpose().flatten().reshape(turned).transpose());
    }
}
