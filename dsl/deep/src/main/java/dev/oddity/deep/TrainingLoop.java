package dev.oddity.deep;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Generated;
import dev.oddity.datasets.Features;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one loop that trains every network.
 *
 * <p>An epoch goes over the rows in a new order, unless the network asks for another {@link Sampling}, in batches of nearly
 * equal size: 100 rows at a batch size of 32 are four batches of 25, so no batch is a leftover of one row. A step owns its
 * native memory and frees it at its end. Losses are added up on the device and read once an epoch: reading waits for the
 * device.
 *
 * <p>With patience, a share of the rows is kept out of the steps; when their loss has not fallen for that many epochs,
 * training ends, and the weights of the best epoch come back.
 */
final class TrainingLoop {

    private final String detector;
    private final Network network;
    private final Training training;
    private final FitContext context;
    private final Curves curves = new Curves();
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
                    .map(generative -> new Snapshots(
                            generative,
                            train,
                            training.epochs(),
                            context.seeds().named("snapshots").random()));
            network.begin(rows, weights);
            new Run(rows, weights, run).epochs();
            network.conclude(rows, weights);
            return curves.byName();
        }
    }

    /** What was generated on the way, by ascending epoch; none by a network that generates nothing. */
    List<Generated> generated() {
        return snapshots.map(Snapshots::taken).orElse(List.of());
    }

    /** Over some rows, of some weights. */
    private final class Run {

        private final Rows rows;
        private final Weights weights;
        private final NDManager owner;
        private final Order order;
        private final Validation validation;
        private final Best best;
        private final List<Descent> descents;

        Run(Rows rows, Weights weights, NDManager owner) {
            this.rows = rows;
            this.weights = weights;
            this.owner = owner;
            this.order = new Order(rows.count(), training, context.seeds());
            this.validation = new Validation(network, rows, order.held());
            this.best = new Best(owner, training.patience());
            this.descents = network.objectives().stream()
                    .map(objective -> new Descent(objective, training, weights, owner))
                    .toList();
        }

        void epochs() {
            try {
                for (int epoch = 1; epoch <= training.epochs(); epoch++) {
                    if (!epoch(epoch) || ends(epoch)) {
                        break;
                    }
                    context.progress().step(epoch, training.epochs(), curves.note());
                }
                if (bestIsKept()) {
                    best.restore(weights);
                    snapshots.ifPresent(some -> some.atLast(best.epoch(), weights));
                }
            } finally {
                weights.rest();
            }
        }

        /** Whether the epoch came to its end: the thread was not interrupted. */
        private boolean epoch(int epoch) {
            int[] drawn = order.next(network.sampling(), rows.targets());
            int batches = order.ends().length;
            try (NDManager pass = owner.newSubManager();
                    GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                descents.forEach(descent -> descent.begin(pass));
                Iterator<Batch> next = rows.batches(drawn, order.ends(), pass);
                for (int batch = 0; batch < batches; batch++) {
                    if (Thread.interrupted()) {
                        interrupted(epoch, batch, batches);
                        return false;
                    }
                    step(next.next(), (long) (epoch - 1) * batches + batch, pass, collector);
                }
                descents.forEach(descent -> descent.mean().ifPresent(loss -> curves.add(descent.name(), loss)));
            }
            curves.forEachLast((name, loss) -> requireFinite(name, loss, epoch));
            return true;
        }

        /** @param number of the batch since training began */
        private void step(Batch batch, long number, NDManager pass, GradientCollector collector) {
            double share = (double) number / ((long) training.epochs() * order.ends().length);
            double factor = training.schedule().factor(share);
            try (NDManager step = pass.newSubManager()) {
                batch.rows().attach(step);
                batch.targets().attach(step);
                descents.forEach(descent -> descent.step(batch, number, factor, step, collector));
            }
        }

        /** Whether training ends with this epoch. */
        private boolean ends(int epoch) {
            network.between(epoch, rows, weights);
            snapshots.ifPresent(some -> some.after(epoch, weights));
            if (!validation.watches()) {
                return false;
            }
            double loss = validation.loss(weights, owner);
            curves.add(Curves.VALIDATION, loss);
            return best.ends(loss, weights);
        }

        private boolean bestIsKept() {
            return validation.watches() && best.epoch() > 0;
        }

        /** Says what becomes of a broken-off epoch's weights, whose losses must be told where no better ones are kept. */
        private void interrupted(int epoch, int batch, int batches) {
            if (!bestIsKept()) {
                descents.forEach(
                        descent -> descent.mean().ifPresent(loss -> requireFinite(descent.name(), loss, epoch)));
            }
            Thread.currentThread().interrupt();
            context.warn(detector + "() was interrupted in epoch " + epoch + " of " + training.epochs()
                    + " after batch " + batch + " of " + batches + "; it scores with the weights "
                    + (bestIsKept() ? "of the best epoch before" : "it had then"));
        }

        private void requireFinite(String curve, double loss, int epoch) {
            if (!Double.isFinite(loss)) {
                throw new IllegalArgumentException(
                        Diverged.sentence(detector, curve, loss, epoch, training, rows.features()));
            }
        }
    }
}
