package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.OptionalDouble;

/** An objective made smaller, batch after batch, and the mean of its losses. */
final class Descent {

    private final Objective objective;
    private final Training training;
    private final Weights weights;
    private final Optimiser optimiser;
    private NDArray sum;
    private long count;

    /** @param owner of what the optimiser remembers */
    Descent(Objective objective, Training training, Weights weights, NDManager owner) {
        this.objective = objective;
        this.training = training;
        this.weights = weights;
        this.optimiser = Optimiser.of(training, owner, weights.part(objective.part()));
        this.sum = owner.zeros(new Shape());
    }

    String name() {
        return objective.name();
    }

    /** From here on losses are those of another epoch, which owns their sum. */
    void begin(NDManager epoch) {
        sum = epoch.zeros(new Shape());
        count = 0;
    }

    /**
     * A step, if this batch is one of the objective's.
     *
     * @param number of the batch since training began
     * @param factor of the learning rate
     * @param step owns what the step makes
     */
    void step(Batch batch, long number, double factor, NDManager step, GradientCollector collector) {
        if ((number + 1) % objective.every() != 0) {
            return;
        }
        weights.learn(objective.part());
        Pass pass = weights.pass(step, true);
        NDArray loss = objective.loss().of(batch, pass);
        collector.backward(loss);
        long rows = batch.rows().getShape().get(0);
        sum.addi(loss.stopGradient().mul(pass.number(rows)));
        count += rows;
        NDArray learnt = weights.part(objective.part());
        NDArray gradient = learnt.getGradient();
        if (training.l1() > 0) {
            gradient.addi(learnt.stopGradient().sign().mul(training.l1()));
        }
        if (training.clipNorm() > 0) {
            // On the device, for the same reason as the sum: a comparison in Java would wait for it.
            gradient.muli(
                    gradient.norm().add(1e-6).pow(-1).mul(training.clipNorm()).minimum(1));
        }
        optimiser.step(gradient, training.learningRate() * factor);
    }

    /** Over the rows of the epoch so far; none where it took no step. Reading it waits for the device. */
    OptionalDouble mean() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum.getFloat() / (double) count);
    }
}
