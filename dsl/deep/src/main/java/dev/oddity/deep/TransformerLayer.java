package dev.oddity.deep;

import ai.djl.ndarray.NDArray;

/**
 * An encoder layer of Vaswani et al. 2017, section 3.1: x ← norm(x + attention(x)), then x ← norm(x + W₂·relu(W₁·x)), with
 * dropout of both sums' second terms; PyTorch's {@code nn.TransformerEncoderLayer}, but for its dropout inside attention.
 */
record TransformerLayer(
        Attention attention, Linear widen, Linear narrow, LayerNorm first, LayerNorm second, Dropout dropout)
        implements Layer {

    static TransformerLayer in(Layout layout, String name, int width, int heads, int feedForward, double dropout) {
        return new TransformerLayer(
                Attention.in(layout, name + ".self_attn", heads, width),
                Linear.in(layout, name + ".linear1", width, feedForward),
                Linear.in(layout, name + ".linear2", feedForward, width),
                LayerNorm.in(layout, name + ".norm1", width),
                LayerNorm.in(layout, name + ".norm2", width),
                new Dropout((float) dropout));
    }

    @Override
    public NDArray forward(NDArray series, Pass pass) {
        NDArray attended = first.forward(series.add(dropout.forward(attention.forward(series, pass), pass)), pass);
        NDArray fed = widen.then(Activation.RELU).then(narrow).then(dropout).forward(attended, pass);
        return second.forward(attended.add(fed), pass);
    }
}
