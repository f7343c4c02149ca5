package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Stochastic gradient descent as PyTorch's {@code torch.optim.SGD} computes it: v ← μ·v + g + λ·θ and θ ← θ − α·v, with v
 * = g at the first step.
 */
final class Sgd implements Optimiser {

    private final NDArray learnt;
    private final NDArray velocity;
    private final double momentum;
    private final double weightDecay;

    Sgd(NDManager owner, NDArray learnt, double momentum, double weightDecay) {
        this.learnt = learnt;
        this.velocity = owner.zeros(learnt.getShape());
        this.momentum = momentum;
        this.weightDecay = weightDecay;
    }

    @Override
    public void step(NDArray gradient, double learningRate) {
        // What is recorded for a gradient may not be changed in place.
        learnt.setRequiresGradient(false);
        velocity.muli(momentum).addi(gradient);
        // Whoever owns the operands lives as long as the run: what is made of them is freed here.
        if (weightDecay > 0) {
            try (NDArray decay = learnt.mul(weightDecay)) {
                velocity.addi(decay);
            }
        }
        try (NDArray move = velocity.mul(learningRate)) {
            learnt.subi(move);
        }
        learnt.setRequiresGradient(true);
        gradient.muli(0);
    }
}
