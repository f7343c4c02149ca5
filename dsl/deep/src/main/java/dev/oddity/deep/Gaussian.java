package dev.oddity.deep;

import ai.djl.ndarray.NDArray;

/**
 * A normal distribution per row with a diagonal covariance.
 *
 * @param mean rows × width
 * @param logVariance ln σ², rows × width, or less where rows or columns share it
 */
record Gaussian(NDArray mean, NDArray logVariance) {

    private static final double LOG_2PI = Math.log(2 * Math.PI);
    private static final int[] WIDTH = {1};

    /** μ + σ·ε. */
    NDArray at(NDArray noise, Pass pass) {
        return logVariance.mul(pass.number(0.5)).exp().mul(noise).add(mean);
    }

    /** −ln p(x) of each row, in nats: ½ Σ ((x − μ)²/σ² + ln σ² + ln 2π). */
    NDArray surprisal(NDArray rows, Pass pass) {
        return unscaled(rows)
                .sum(WIDTH)
                .add(pass.number(LOG_2PI * mean.getShape().get(1)))
                .mul(pass.number(0.5));
    }

    /** What each number of a row adds to {@link #surprisal} but for a constant: ½ ((x − μ)²/σ² + ln σ²). */
    NDArray surprisals(NDArray rows, Pass pass) {
        return unscaled(rows).mul(pass.number(0.5));
    }

    private NDArray unscaled(NDArray rows) {
        return rows.sub(mean).square().mul(logVariance.neg().exp()).add(logVariance);
    }

    /** KL(this ‖ N(0, 1)) of each row, in nats: ½ Σ (μ² + σ² − 1 − ln σ²) (Kingma &amp; Welling 2014, appendix B). */
    NDArray divergence(Pass pass) {
        return mean.square()
                .add(logVariance.exp())
                .sub(logVariance)
                .sub(pass.number(1))
                .sum(WIDTH)
                .mul(pass.number(0.5));
    }
}
