package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Moves one part's weights by their gradient, as PyTorch's optimiser of that name does. */
interface Optimiser {

    /** Moves the weights and sets the gradient to zero: the engine adds gradients up otherwise. */
    void step(NDArray gradient, double learningRate);

    /** One for these weights, as {@code training} says; its moments belong to {@code owner}. */
    static Optimiser of(Training training, NDManager owner, NDArray learnt) {
        double decay = training.weightDecay();
        return switch (training.optimiser()) {
            case "adam" -> new Adam(owner, learnt, training.momentum(), decay, false);
            case "adamw" -> new Adam(owner, learnt, training.momentum(), decay, true);
            case "sgd" -> new Sgd(owner, learnt, training.momentum(), decay);
            default -> throw new IllegalStateException(training.optimiser());
        };
    }

    static String[] words() {
        return new String[] {"adam", "adamw", "sgd"};
    }
}
