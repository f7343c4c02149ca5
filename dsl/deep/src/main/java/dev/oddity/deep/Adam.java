package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/**
 * Adam (Kingma &amp; Ba 2015, algorithm 1) as PyTorch's {@code torch.optim.Adam} computes it, weight decay as an L2 term of
 * the gradient: θ ← θ − α·m̂/(√v̂ + ε), with β₂ 0.999, ε 1e-8; or as {@code AdamW} does (Loshchilov &amp; Hutter 2019),
 * where the decay shrinks the weights themselves, θ ← (1 − α·λ)·θ first.
 */
final class Adam implements Optimiser {

    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final NDArray learnt;
    private final NDArray mean;
    private final NDArray square;
    private final double beta1;
    private final double weightDecay;
    private final boolean decoupled;
    private int step;

    Adam(NDManager owner, NDArray learnt, double beta1, double weightDecay, boolean decoupled) {
        this.learnt = learnt;
        this.mean = owner.zeros(learnt.getShape());
        this.square = owner.zeros(learnt.getShape());
        this.beta1 = beta1;
        this.weightDecay = weightDecay;
        this.decoupled = decoupled;
    }

    @Override
    public void step(NDArray gradient, double learningRate) {
        step++;
        double correction = Math.sqrt(1 - Math.pow(BETA2, step));
        if (decoupled && weightDecay > 0) {
            // What is recorded for a gradient may not be changed in place.
            learnt.setRequiresGradient(false);
            learnt.muli(1 - learningRate * weightDecay);
            learnt.setRequiresGradient(true);
        }
        // The engine divides by √v + ε where the algorithm divides by √v̂ + ε: both sides times √(1 − β₂ᵗ).
        learnt.getNDArrayInternal()
                .adamUpdate(
                        new NDList(learnt, gradient, mean, square),
                        new NDList(learnt),
                        (float) learningRate,
                        (float) (learningRate * correction / (1 - Math.pow(beta1, step))),
                        decoupled ? 0 : (float) weightDecay,
                        1f,
                        -1f,
                        (float) beta1,
                        (float) BETA2,
                        (float) (EPSILON * correction),
                        false,
                        false);
    }
}
