package dev.oddity.deep;

import dev.oddity.core.onnx.OnnxValue;

/**
 * A {@link Gaussian} in a graph.
 *
 * @param mean rows × width
 * @param logVariance ln σ², rows × width, or less where rows or columns share it
 * @param width numbers in a row
 */
record OnnxGaussian(OnnxValue mean, OnnxValue logVariance, int width) {

    /** μ + σ·ε. */
    OnnxValue at(float[] noise) {
        OnnxValue drawn = mean.graph().constant(noise, 1, noise.length);
        return logVariance.mul(0.5).exp().mul(drawn).add(mean);
    }

    /** −ln p(x) of each row, in nats. */
    OnnxValue surprisal(OnnxValue rows) {
        OnnxValue squares = rows.sub(mean).square().mul(logVariance.neg().exp());
        return squares.add(logVariance)
                .sumOfRow()
                .add(Math.log(2 * Math.PI) * width)
                .mul(0.5);
    }

    /** KL(this ‖ N(0, 1)) of each row, in nats. */
    OnnxValue divergence() {
        return mean.square()
                .add(logVariance.exp())
                .sub(logVariance)
                .add(-1)
                .sumOfRow()
                .mul(0.5);
    }
}
