package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;

/**
 * How long and how fast a network learns: what {@link DeepDetector}'s words set.
 *
 * @param epochs passes over the training rows
 * @param batchSize most rows in a step; 0 chooses by the number of rows, see {@link #batchSize(int)}
 * @param optimiser {@code adam}, {@code adamw} or {@code sgd}
 * @param learningRate α at the start
 * @param momentum β₁ of Adam, μ of SGD
 * @param schedule how α goes on
 * @param weightDecay factor of the L2 term
 * @param l1 factor of the L1 term
 * @param clipNorm longest gradient, 0 for any length
 * @param patience epochs without a better validation loss before it ends, 0 to never end early
 * @param validation share of the training rows whose loss {@code patience} watches
 */
record Training(
        int epochs,
        int batchSize,
        String optimiser,
        double learningRate,
        double momentum,
        Schedule schedule,
        double weightDecay,
        double l1,
        double clipNorm,
        int patience,
        double validation) {

    private static final int STEPS = 40;

    /**
     * Declares the parameters that every network trained by {@link TrainingLoop} has: Adam, batches by the number of rows,
     * a learning rate going down to 0 by a cosine, and no more. A detector that differs says so with {@link
     * Parameters#byDefault}.
     */
    static Parameters define(Parameters parameters, int epochs, double learningRate) {
        return parameters
                .define("epochs", epochs, Rule.atLeast(1))
                .define("batchSize", 0, Rule.atLeast(0))
                .define("optimiser", "adam", Rule.oneOf(Optimiser.words()))
                .define("learningRate", learningRate, Rule.positive())
                .define("momentum", 0.9, Rule.between(0, 1))
                .define("schedule", Schedule.COSINE.word(), Rule.oneOf(Schedule.words()))
                .define("weightDecay", 0.0, Rule.atLeast(0))
                .define("l1", 0.0, Rule.atLeast(0))
                .define("clipNorm", 0.0, Rule.atLeast(0))
                .define("patience", 0, Rule.atLeast(0))
                .define("validation", 0.1, Rule.between(0, 1))
                .define("device", ComputeDevice.auto().word(), ComputeDevice.RULE);
    }

    /**
     * Most rows in a step, for a training set of so many rows. What is chosen is 256, the larger the faster; fewer for a
     * small set, so that its epoch has {@value #STEPS} steps; never fewer than 16, whose means are still worth something.
     */
    int batchSize(int rows) {
        return batchSize > 0 ? batchSize : Math.max(16, Math.min(256, rows / STEPS));
    }

    /** Rows of so many that early stopping watches: at least one where there is any to spare; none without patience. */
    int held(int rows) {
        return patience == 0 || rows < 2 ? 0 : Math.min(rows - 1, Math.max(1, (int) (validation * rows)));
    }

    /** For what is learnt before, which no validation watches. */
    Training pretraining(int epochs) {
        return new Training(
                epochs, batchSize, optimiser, learningRate, momentum, schedule, weightDecay, l1, clipNorm, 0, 0);
    }

    /** @throws IllegalArgumentException if patience is to watch a share of no rows */
    static Training of(Parameters parameters) {
        if (parameters.integer("patience") > 0 && parameters.real("validation") == 0) {
            throw new IllegalArgumentException(
                    parameters + ": patience(..) watches the loss on rows kept out of training,"
                            + " and validation(0) keeps none; give validation a share above 0, or leave patience out");
        }
        return new Training(
                parameters.integer("epochs"),
                parameters.integer("batchSize"),
                parameters.text("optimiser"),
                parameters.real("learningRate"),
                parameters.real("momentum"),
                Schedule.named(parameters.text("schedule")),
                parameters.real("weightDecay"),
                parameters.real("l1"),
                parameters.real("clipNorm"),
                parameters.integer("patience"),
                parameters.real("validation"));
    }
}
