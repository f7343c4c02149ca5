package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/**
 * Adam (Kingma &amp; Ba 2015, algorithm 1) as PyTorch's {@code torch.optim.Adam} computes it, weight decay as an L2 term of
 * the gradient: θ ← θ − α·m̂/(√v̂ + ε), with β₁ 0.9, β₂ 0.999, ε 1e-8.
 */
final class Adam {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final NDArray learnt;
    private final NDArray mean;
    private final NDArray square;
    private final float weightDecay;
    private int step;

    /** Its moments belong to {@code owner}. */
    Adam(NDManager owner, NDArray learnt, double weightDecay) {
        this.learnt = learnt;
        this.mean = owner.zeros(learnt.getShape());
        this.square = owner.zeros(learnt.getShape());
        this.weightDecay = (float) weightDecay;
    }

    /** Moves the weights by their gradient and sets that to zero: the engine adds up gradients otherwise. */
    void step(NDArray gradient, double learningRate) {
        step++;
        double correction = Math.sqrt(1 - Math.pow(BETA2, step));
        // The engine divides by √v + ε where the algorithm divides by √v̂ + ε: both sides times √(1 − β₂ᵗ).
        learnt.getNDArrayInternal()
                .adamUpdate(
                        new NDList(learnt, gradient, mean, square),
                        new NDList(learnt),
                        (float) learningRate,
                        (float) (learningRate * correction / (1 - Math.pow(BETA1, step))),
                        weightDecay,
                        1f,
                        -1f,
                        (float) BETA1,
                        (float) BETA2,
                        (float) (EPSILON * correction),
                        false,
                        false);
    }
}
