package dev.oddity.deep;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Generated;
import dev.oddity.datasets.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The one loop that trains every network.
 *
 * <p>An epoch goes over the rows in a new order, unless the network asks for another {@link Sampling}, in batches of nearly
 * equal size: 100 rows at a batch size of 32 are four
 * batches of 25, so no batch is a leftover of one row. A step owns its native memory and frees it at its end. Losses are
 * added up on the device and read once an epoch: reading waits for the device.
 *
 * <p>With patience, a share of the rows is kept out of the steps; when their loss has not fallen for that many epochs,
 * training ends, and the weights of the best epoch come back.
 */
final class TrainingLoop {

    /** The curve of the loss that early stopping watches. */
    static final String VALIDATION = "validation loss";

    private final String detector;
    private final Network network;
    private final Training training;
    private final FitContext context;
    private final Map<String, List<Double>> history = new LinkedHashMap<>();
    private Optional<Snapshots> snapshots = Optional.empty();

    TrainingLoop(String detector, Network network, Training training, FitContext context) {
        this.detector = detector;
        this.network = network;
        this.training = training;
        this.context = context;
    }

    /**
     * Trains the weights in place.
     *
     * <p>An interrupt of the thread ends training early: the weights stay as they are, or with patience become those of the
     * best epoch, a warning says so, and the thread's flag stays set.
     *
     * @param targets one per row for a network that learns from labels, else none
     * @return the mean loss of each epoch, for each objective and for validation
     * @throws IllegalArgumentException if a loss becomes NaN or infinite
     */
    Map<String, List<Double>> run(Weights weights, Features train, float[] targets, NDManager owner) {
        try (NDManager run = owner.newSubManager()) {
            Rows rows = new Rows(run, train, targets, PyTorch.budget(owner.getDevice()));
            snapshots = network.generative()
                    .map(generative -> new Snapshots(generative, train, training.epochs(), random("snapshots")));
            network.begin(rows, weights);
            epochs(weights, train, rows, run);
            network.conclude(rows, weights);
            return history;
        }
    }

    /** What was generated on the way, by ascending epoch; none by a network that generates nothing. */
    List<Generated> generated() {
        return snapshots.map(Snapshots::taken).orElse(List.of());
    }

    private void epochs(Weights weights, Features train, Rows rows, NDManager run) {
        int[] shuffled = shuffle(IntStream.range(0, train.rows()).toArray(), random("validation"));
        int held = held(train.rows());
        int[] watched = Arrays.copyOf(shuffled, held);
        int[] order = Arrays.copyOfRange(shuffled, held, shuffled.length);
        Arrays.sort(order);
        int[] ends = ends(order.length, training.batchSize(order.length));
        List<Objective> objectives = network.objectives();
        Random shuffle = random("shuffle");
        Best best = new Best(run, training.patience());
        List<Optimiser> optimisers = objectives.stream()
                .map(objective -> Optimiser.of(training, run, weights.part(objective.part())))
                .toList();
        try {
            for (int epoch = 0; epoch < training.epochs(); epoch++) {
                shuffle(order, shuffle);
                int[] drawn = network.sampling().draw(order, rows.targets(), ends, shuffle);
                boolean kept = held > 0 && best.epoch() > 0;
                int done = epoch(epoch, rows, drawn, ends, weights, optimisers, run, kept);
                if (done < ends.length) {
                    stop(epoch, done, ends.length, kept);
                    break;
                }
                int now = epoch;
                history.forEach((name, losses) -> check(name, losses.get(losses.size() - 1), now, rows));
                network.between(epoch + 1, rows, weights);
                int ended = epoch + 1;
                snapshots.ifPresent(some -> some.after(ended, weights));
                if (held > 0 && best.ends(validation(weights, rows, watched, run), weights)) {
                    break;
                }
                context.progress().step(epoch + 1, training.epochs(), note());
            }
            if (held > 0 && best.epoch() > 0) {
                best.restore(weights);
                snapshots.ifPresent(some -> some.atLast(best.epoch(), weights));
            }
        } finally {
            for (int part = 0; part < weights.parts(); part++) {
                weights.record(part, false);
            }
        }
    }

    /**
     * The number of batches done: all, unless the thread was interrupted.
     *
     * @param kept whether better weights than those of a broken-off epoch are kept
     */
    private int epoch(
            int epoch,
            Rows rows,
            int[] order,
            int[] ends,
            Weights weights,
            List<Optimiser> optimisers,
            NDManager run,
            boolean kept) {
        List<Objective> objectives = network.objectives();
        try (NDManager pass = run.newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray[] sums = new NDArray[objectives.size()];
            long[] counts = new long[sums.length];
            Arrays.setAll(sums, i -> pass.zeros(new Shape()));
            Iterator<Batch> batches = rows.batches(order, ends, pass);
            for (int batch = 0; batch < ends.length; batch++) {
                if (Thread.interrupted()) {
                    for (int i = 0; i < sums.length && !kept; i++) {
                        if (counts[i] > 0) {
                            check(objectives.get(i).name(), sums[i].getFloat() / (double) counts[i], epoch, rows);
                        }
                    }
                    return batch;
                }
                long before = (long) epoch * ends.length + batch;
                double factor = training.schedule().factor((double) before / ((long) training.epochs() * ends.length));
                Batch next = batches.next();
                try (NDManager step = pass.newSubManager()) {
                    next.rows().attach(step);
                    next.targets().attach(step);
                    for (int i = 0; i < sums.length; i++) {
                        if ((before + 1) % objectives.get(i).every() == 0) {
                            counts[i] += next.rows().getShape().get(0);
                            step(objectives.get(i), weights, next, step, sums[i], collector, optimisers.get(i), factor);
                        }
                    }
                }
            }
            for (int i = 0; i < sums.length; i++) {
                if (counts[i] > 0) {
                    history.computeIfAbsent(objectives.get(i).name(), name -> new ArrayList<>())
                            .add(sums[i].getFloat() / (double) counts[i]);
                }
            }
            return ends.length;
        }
    }

    private void step(
            Objective objective,
            Weights weights,
            Batch batch,
            NDManager step,
            NDArray sum,
            GradientCollector collector,
            Optimiser optimiser,
            double factor) {
        for (int part = 0; part < weights.parts(); part++) {
            weights.record(part, part == objective.part());
        }
        Pass pass = weights.pass(step, true);
        NDArray loss = objective.loss().of(batch, pass);
        collector.backward(loss);
        sum.addi(loss.stopGradient().mul(pass.number(batch.rows().getShape().get(0))));
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

    /** The mean of what is watched, over rows that no step sees. */
    private double validation(Weights weights, Rows rows, int[] watched, NDManager run) {
        for (int part = 0; part < weights.parts(); part++) {
            weights.record(part, false);
        }
        int[] ends = ends(watched.length, network.block());
        double sum = 0;
        try (NDManager pass = run.newSubManager()) {
            Iterator<Batch> batches = rows.batches(watched, ends, pass);
            while (batches.hasNext()) {
                Batch batch = batches.next();
                try (NDManager step = pass.newSubManager()) {
                    NDArray loss = network.watched().of(batch, weights.pass(step, false));
                    sum += loss.getFloat() * batch.rows().getShape().get(0);
                }
            }
        }
        history.computeIfAbsent(VALIDATION, name -> new ArrayList<>()).add(sum / watched.length);
        return sum / watched.length;
    }

    /** Where each batch ends. */
    static int[] ends(int rows, int batchSize) {
        int batches = (rows + batchSize - 1) / batchSize;
        int[] ends = new int[batches];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = (int) ((long) rows * (i + 1) / batches);
        }
        return ends;
    }

    private Random random(String name) {
        return context.seeds().named(name).random();
    }

    /** Fisher and Yates. */
    private static int[] shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        return order;
    }

    /** The last loss of each curve, and how the first went. */
    private String note() {
        StringBuilder note = new StringBuilder();
        history.forEach((name, losses) -> note.append(note.isEmpty() ? "" : ", ")
                .append(String.format(Locale.ROOT, "%s %.4f", name, losses.get(losses.size() - 1))));
        return note + " " + Sparkline.of(history.values().iterator().next());
    }

    /** Rows that early stopping watches: at least one where there is any to spare. */
    private int held(int rows) {
        if (training.patience() == 0 || training.validation() == 0 || rows < 2) {
            return 0;
        }
        return Math.min(rows - 1, Math.max(1, (int) (training.validation() * rows)));
    }

    private void stop(int epoch, int batch, int batches, boolean best) {
        Thread.currentThread().interrupt();
        context.warn(detector + "() was interrupted in epoch " + (epoch + 1) + " of " + training.epochs()
                + " after batch " + batch + " of " + batches + "; it scores with the weights "
                + (best ? "of the best epoch before" : "it had then"));
    }

    private void check(String name, double loss, int epoch, Rows rows) {
        if (!Double.isFinite(loss)) {
            throw new IllegalArgumentException(
                    Diverged.sentence(detector, name, loss, epoch, training, rows.features()));
        }
    }
}
