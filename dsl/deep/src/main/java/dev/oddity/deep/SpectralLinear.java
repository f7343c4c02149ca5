package dev.oddity.deep;

import ai.djl.ndarray.NDArray;

/**
 * x·(W/σ)ᵀ + b, σ the largest singular value of W: spectral normalisation (Miyato et al. 2018), after which the layer
 * stretches no difference of rows. σ = uᵀWv is followed by one step of power iteration with every training pass, as
 * PyTorch's {@code spectral_norm} does; u and v count as constants in the gradient.
 *
 * @param left place of u among the measured
 */
record SpectralLinear(int weight, int bias, int left) implements Layer {

    /** Added to a length that is divided by. */
    private static final double LEAST = 1e-12;

    static SpectralLinear in(Layout layout, String name, int in, int out) {
        Linear plain = Linear.in(layout, name, in, out);
        return new SpectralLinear(plain.weight(), plain.bias(), layout.drawn(name + ".u", 1, out, 1));
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        NDArray learnt = pass.learnt(weight);
        NDArray constant = learnt.stopGradient();
        NDArray kept = pass.measured(left);
        NDArray right = direction(constant.transpose().matMul(kept), pass);
        NDArray now = kept;
        if (pass.training()) {
            now = direction(constant.matMul(right), pass);
            kept.subi(kept).addi(now);
        }
        NDArray most = learnt.matMul(right).mul(direction(now, pass)).sum();
        return pass.product().of(rows, learnt.div(most), pass.learnt(bias));
    }

    private static NDArray direction(NDArray vector, Pass pass) {
        return vector.div(vector.norm().add(pass.number(LEAST)));
    }
}
