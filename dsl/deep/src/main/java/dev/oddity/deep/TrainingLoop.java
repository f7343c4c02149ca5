package dev.oddity.deep;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.datasets.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The one loop that trains every network.
 *
 * <p>The rows lie on the device as one block. An epoch gathers them once in a new order and cuts that into batches of
 * nearly equal size, views all: 100 rows at a batch size of 32 are four batches of 25, so no batch is a leftover of one
 * row. A step owns its native memory and frees it at its end. The loss is added up on the device and read once an epoch:
 * reading waits for the device.
 */
final class TrainingLoop {

    private final String detector;
    private final Network network;
    private final Training training;
    private final FitContext context;

    TrainingLoop(String detector, Network network, Training training, FitContext context) {
        this.detector = detector;
        this.network = network;
        this.training = training;
        this.context = context;
    }

    /**
     * Trains the weights in place.
     *
     * <p>An interrupt of the thread ends training early: the weights stay as they are, a warning says so, and the thread's
     * flag stays set.
     *
     * @return the mean loss of each epoch
     * @throws IllegalArgumentException if the loss becomes NaN or infinite
     */
    List<Double> run(Weights weights, Features train, NDManager owner) {
        long[] ends = ends(train.rows(), training.batchSize(train.rows()));
        int steps = training.epochs() * (ends.length + 1);
        Random shuffle = context.seeds().named("shuffle").random();
        int[] order = order(train.rows());
        List<Double> losses = new ArrayList<>();
        try (NDManager run = owner.newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            weights.record(true);
            NDArray rows = run.create(train.values(), new Shape(train.rows(), train.columns()));
            Adam adam = new Adam(run, weights.learnt(), training.weightDecay());
            for (int epoch = 0; epoch < training.epochs(); epoch++) {
                try (NDManager pass = run.newSubManager()) {
                    shuffle(order, shuffle);
                    NDArray sum = pass.zeros(new Shape());
                    int batchesDone = 0;
                    for (NDArray batch : batches(rows, order, ends, pass)) {
                        if (Thread.interrupted()) {
                            stop(epoch, batchesDone, ends.length + 1);
                            return losses;
                        }
                        double done = (double) (epoch * (ends.length + 1) + batchesDone) / steps;
                        step(
                                weights,
                                batch,
                                sum,
                                collector,
                                adam,
                                training.schedule().factor(done));
                        batchesDone++;
                    }
                    double loss = sum.getFloat() / train.rows();
                    if (!Double.isFinite(loss)) {
                        throw new IllegalArgumentException(diverged(loss, epoch, train));
                    }
                    losses.add(loss);
                    context.progress()
                            .step(epoch + 1, training.epochs(), String.format(Locale.ROOT, "loss %.4f", loss));
                }
            }
            return losses;
        } finally {
            weights.record(false);
        }
    }

    private void step(
            Weights weights, NDArray batch, NDArray sum, GradientCollector collector, Adam adam, double factor) {
        try (NDManager step = sum.getManager().newSubManager()) {
            batch.attach(step);
            Pass pass = weights.pass(step, true);
            NDArray loss = network.loss(batch, pass);
            collector.backward(loss);
            sum.addi(loss.stopGradient().mul(pass.number(batch.getShape().get(0))));
            NDArray gradient = weights.learnt().getGradient();
            if (training.clipNorm() > 0) {
                // On the device, for the same reason as the sum: a comparison in Java would wait for it.
                gradient.muli(gradient.norm()
                        .add(1e-6)
                        .pow(-1)
                        .mul(training.clipNorm())
                        .minimum(1));
            }
            adam.step(gradient, training.learningRate() * factor);
        }
    }

    private static NDList batches(NDArray rows, int[] order, long[] ends, NDManager pass) {
        long[] indices = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            indices[i] = order[i];
        }
        NDArray shuffled = rows.get(pass, new NDIndex("{}", pass.create(indices)));
        return shuffled.split(ends, 0);
    }

    /** Where each batch ends but the last. */
    static long[] ends(int rows, int batchSize) {
        int batches = (rows + batchSize - 1) / batchSize;
        long[] ends = new long[batches - 1];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = (long) rows * (i + 1) / batches;
        }
        return ends;
    }

    private static int[] order(int rows) {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        return order;
    }

    /** Fisher and Yates. */
    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
    }

    private void stop(int epoch, int batch, int batches) {
        Thread.currentThread().interrupt();
        context.warn(detector + "() was interrupted in epoch " + (epoch + 1) + " of " + training.epochs()
                + " after batch " + batch + " of " + batches + "; it scores with the weights it had then");
    }

    private String diverged(double loss, int epoch, Features train) {
        int largest = 0;
        for (int i = 0; i < train.values().length; i++) {
            if (Math.abs(train.values()[i]) > Math.abs(train.values()[largest])) {
                largest = i;
            }
        }
        float value = train.values()[largest];
        String name = train.names().isEmpty()
                ? "column " + largest % train.columns()
                : "column '" + train.names().get(largest % train.columns()) + "'";
        String fix = Math.abs(value) > 1000
                ? "scale the columns: " + name + " reaches " + value
                : "make learningRate(" + training.learningRate() + ") smaller"
                        + (training.clipNorm() > 0
                                ? ", or clipNorm(" + training.clipNorm() + ")"
                                : ", or shorten long gradients with clipNorm(1)");
        return detector + "(): the loss became " + (Double.isNaN(loss) ? "NaN" : "infinite") + " in epoch "
                + (epoch + 1) + " of " + training.epochs() + "; " + fix;
    }
}
