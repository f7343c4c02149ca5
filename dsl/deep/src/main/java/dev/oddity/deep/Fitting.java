package dev.oddity.deep;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a network comes to its weights: one at a time in a JVM, by the seeds of its context and nothing else. */
final class Fitting {

    private final DeepDetector<?> detector;
    private final Features train;
    private final FitContext context;
    private final Map<String, Object> facts;

    Fitting(DeepDetector<?> detector, Features train, FitContext context) {
        this.detector = detector;
        this.train = train;
        this.context = context;
        this.facts = new LinkedHashMap<>(detector.facts(context));
        facts.put("shape", Arrays.stream(train.shape()).skip(1).boxed().toList());
    }

    /** Draws first weights and trains them. */
    DeepModel model() {
        Finite.check(detector.name(), train);
        Training training = Training.of(detector.parameters());
        Device device = PyTorch.device(detector.device());
        waitForTheOthers();
        NDManager owner = PyTorch.open(device);
        try {
            // For a block whose supplier draws its weights itself.
            PyTorch.seed(context.seeds().named("block").seed());
            Network network = detector.network(DeepModel.shape(facts), facts);
            return NoGrad.in(() -> trained(network, training, owner));
        } catch (RuntimeException | Error failure) {
            owner.close();
            throw failure;
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    private void waitForTheOthers() {
        try {
            if (!PyTorch.TRAINING.tryLock()) {
                PyTorch.TRAINING.lockInterruptibly();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    detector.name() + "() was interrupted while another network trained, before it began; fit it again",
                    interrupt);
        }
    }

    private DeepModel trained(Network network, Training training, NDManager owner) {
        Weights weights = Weights.first(
                network.layout(), owner, context.seeds().named("init").random());
        PyTorch.seed(context.seeds().named("engine").seed());
        float[] targets = detector.targets(train, context.labels());
        Map<String, List<Double>> history = new LinkedHashMap<>();
        Optional<Pretraining> pretraining = network.pretraining();
        if (pretraining.isPresent()) {
            Pretraining first = pretraining.get();
            loop(first.network(), training.pretraining(first.epochs()))
                    .run(weights, train, targets, owner)
                    .forEach((curve, losses) -> history.put("pretraining " + curve, losses));
        }
        TrainingLoop loop = loop(network, training);
        Map<String, List<Double>> curves = loop.run(weights, train, targets, owner);
        history.putAll(curves);
        facts.put("device", owner.getDevice().isGpu() ? "gpu" : "cpu");
        facts.put("epochs", curves.values().stream().mapToInt(List::size).max().orElse(0));
        return new DeepModel(detector, network, weights, facts, history, loop.generated());
    }

    private TrainingLoop loop(Network network, Training training) {
        return new TrainingLoop(detector.name(), network, training, context);
    }
}
