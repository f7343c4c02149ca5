package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** What bends a network, as PyTorch defines and names it. */
enum Activation implements Layer {
    RELU("relu", ai.djl.nn.Activation::relu),
    LEAKY_RELU("leaky_relu", x -> ai.djl.nn.Activation.leakyRelu(x, 0.01f)),
    ELU("elu", x -> ai.djl.nn.Activation.elu(x, 1f)),
    GELU("gelu", ai.djl.nn.Activation::gelu),
    TANH("tanh", ai.djl.nn.Activation::tanh),
    SIGMOID("sigmoid", ai.djl.nn.Activation::sigmoid),
    SOFTPLUS("softplus", ai.djl.nn.Activation::softPlus);

    private final String word;
    private final UnaryOperator<NDArray> function;

    Activation(String word, UnaryOperator<NDArray> function) {
        this.word = word;
        this.function = function;
    }

    /** The words a user may say. */
    static String[] words() {
        return Arrays.stream(values()).map(activation -> activation.word).toArray(String[]::new);
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
}
