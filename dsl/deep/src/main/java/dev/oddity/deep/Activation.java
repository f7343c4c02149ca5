package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.oddity.core.onnx.OnnxValue;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What bends a network, as PyTorch defines and names it. */
enum Activation implements Smooth, Reversible, OnnxLayer {
    RELU("relu", ai.djl.nn.Activation::relu, Activation::positive, x -> x.then("Relu")),
    LEAKY_RELU(
            "leaky_relu",
            x -> ai.djl.nn.Activation.leakyRelu(x, 0.01f),
            (x, pass) -> positive(x, pass).mul(pass.number(0.99)).add(pass.number(0.01)),
            x -> x.then("LeakyRelu", Map.of("alpha", 0.01f))),
    ELU(
            "elu",
            x -> ai.djl.nn.Activation.elu(x, 1f),
            (x, pass) -> x.minimum(pass.number(0)).exp(),
            x -> x.then("Elu", Map.of("alpha", 1f))),
    GELU(
            "gelu",
            ai.djl.nn.Activation::gelu,
            Activation::normalSlope,
            x -> x.mul(x.mul(Math.sqrt(0.5)).then("Erf").add(1).mul(0.5))),
    TANH(
            "tanh",
            ai.djl.nn.Activation::tanh,
            (x, pass) -> pass.number(1).sub(ai.djl.nn.Activation.tanh(x).square()),
            x -> x.then("Tanh")),
    SIGMOID(
            "sigmoid",
            ai.djl.nn.Activation::sigmoid,
            (x, pass) -> ai.djl.nn.Activation.sigmoid(x).mul(ai.djl.nn.Activation.sigmoid(x.neg())),
            x -> x.then("Sigmoid")),
    SOFTPLUS(
            "softplus",
            ai.djl.nn.Activation::softPlus,
            (x, pass) -> ai.djl.nn.Activation.sigmoid(x),
            x -> x.then("Softplus"));

    private final String word;
    private final UnaryOperator<NDArray> function;
    private final BiFunction<NDArray, Pass, NDArray> slope;
    private final UnaryOperator<OnnxValue> nodes;

    Activation(
            String word,
            UnaryOperator<NDArray> function,
            BiFunction<NDArray, Pass, NDArray> slope,
            UnaryOperator<OnnxValue> nodes) {
        this.word = word;
        this.function = function;
        this.slope = slope;
        this.nodes = nodes;
    }

    /** 1 above 0, else 0. */
    private static NDArray positive(NDArray x, Pass pass) {
        return x.gt(pass.number(0)).toType(DataType.FLOAT32, false);
    }

    /** Φ(x) + x·φ(x), the derivative of x·Φ(x). */
    private static NDArray normalSlope(NDArray x, Pass pass) {
        NDArray below =
                x.mul(pass.number(Math.sqrt(0.5))).erf().add(pass.number(1)).mul(pass.number(0.5));
        NDArray density = x.square().mul(pass.number(-0.5)).exp().mul(pass.number(1 / Math.sqrt(2 * Math.PI)));
        return x.mul(density).add(below);
    }

    /** The words a user may say. */
    static String[] words() {
        return Arrays.stream(values()).map(activation -> activation.word).toArray(String[]::new);
    }

    /** The word of {@code layers()}: {@code leakyRelu}. */
    String layerWord() {
        int bar = word.indexOf('_');
        return bar < 0
                ? word
                : word.substring(0, bar) + Character.toUpperCase(word.charAt(bar + 1)) + word.substring(bar + 2);
    }

    static Activation named(String word) {
        return Arrays.stream(values())
                .filter(activation -> activation.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return function.apply(rows);
    }

    /** The derivative at {@code x}, itself fit to be differentiated. */
    NDArray slope(NDArray x, Pass pass) {
        return slope.apply(x, pass);
    }

    @Override
    public OnnxValue onnx(OnnxValue rows, OnnxPass pass) {
        return nodes.apply(rows);
    }

    @Override
    public Trace trace(NDArray rows, Pass pass) {
        NDArray slopes = slope.apply(rows, pass);
        return new Trace(forward(rows, pass), gradient -> gradient.mul(slopes));
    }

    @Override
    public Tangent push(Tangent in, Pass pass) {
        NDArray slopes = slope.apply(in.values(), pass);
        return new Tangent(forward(in.values(), pass), in.jacobian().mul(slopes.expandDims(2)));
    }
}
