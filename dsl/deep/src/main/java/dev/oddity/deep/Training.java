package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;

/**
 * How long and how fast a network learns.
 *
 * @param epochs passes over the training rows
 * @param batchSize most rows in a step; 0 chooses by the number of rows, see {@link #batchSize(int)}
 * @param learningRate Adam's α at the start
 * @param schedule how α goes on
 * @param weightDecay factor of the L2 term
 * @param clipNorm longest gradient, 0 for any length
 */
record Training(
        int epochs, int batchSize, double learningRate, Schedule schedule, double weightDecay, double clipNorm) {

    private static final int STEPS = 40;

    /** Declares the parameters that every network trained by {@link TrainingLoop} has. */
    static Parameters define(Parameters parameters, Training byDefault) {
        return parameters
                .define("epochs", byDefault.epochs, Rule.atLeast(1))
                .define("batchSize", byDefault.batchSize, Rule.atLeast(0))
                .define("learningRate", byDefault.learningRate, Rule.positive())
                .define("schedule", byDefault.schedule.word(), Rule.oneOf(Schedule.words()))
                .define("weightDecay", byDefault.weightDecay, Rule.atLeast(0))
                .define("clipNorm", byDefault.clipNorm, Rule.atLeast(0))
                .define("device", "auto", Rule.oneOf("auto", "cpu", "gpu"));
    }

    /**
     * Most rows in a step, for a training set of so many rows. What is chosen is 256, the larger the faster; fewer for a
     * small set, so that its epoch has {@value #STEPS} steps; never fewer than 16, whose means are still worth something.
     */
    int batchSize(int rows) {
        return batchSize > 0 ? batchSize : Math.max(16, Math.min(256, rows / STEPS));
    }

    static Training of(Parameters parameters) {
        return new Training(
                parameters.integer("epochs"),
                parameters.integer("batchSize"),
                parameters.real("learningRate"),
                Schedule.named(parameters.text("schedule")),
                parameters.real("weightDecay"),
                parameters.real("clipNorm"));
    }
}
