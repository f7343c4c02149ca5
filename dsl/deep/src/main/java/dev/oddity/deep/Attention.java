package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/**
 * Multi-head self-attention (Vaswani et al. 2017, section 3.2) over series, rows × steps × width: of each head
 * softmax(Q·Kᵀ/√d)·V, side by side, then a linear layer. First values are those of PyTorch's {@code
 * nn.MultiheadAttention}.
 *
 * @param heads a divisor of {@code width}
 */
record Attention(int weight, int bias, int outWeight, int outBias, int heads, int width) implements Layer {

    static Attention in(Layout layout, String name, int heads, int width) {
        return new Attention(
                layout.uniform(name + ".in_proj_weight", Math.sqrt(6.0 / (4 * width)), 3L * width, width),
                layout.constant(name + ".in_proj_bias", 0, 3L * width),
                layout.uniform(name + ".out_proj.weight", 1 / Math.sqrt(width), width, width),
                layout.constant(name + ".out_proj.bias", 0, width),
                heads,
                width);
    }

    @Override
    public NDArray forward(NDArray series, Pass pass) {
        long rows = series.getShape().get(0);
        long steps = series.getShape().get(1);
        Shape perHead = new Shape(rows, heads, steps, width / heads);
        NDList parts = new Linear(weight, bias)
                .forward(series, pass)
                .reshape(rows, steps, 3, heads, width / heads)
                .transpose(2, 0, 3, 1, 4)
                .split(3);
        NDArray queries = parts.get(0).reshape(perHead).mul(pass.number(1 / Math.sqrt((double) width / heads)));
        NDArray keys = parts.get(1).reshape(perHead).swapAxes(2, 3);
        NDArray values = parts.get(2).reshape(perHead);
        NDArray seen = queries.matMul(keys).softmax(-1).matMul(values);
        return new Linear(outWeight, outBias).forward(seen.transpose(0, 2, 1, 3).reshape(rows, steps, width), pass);
    }
}
