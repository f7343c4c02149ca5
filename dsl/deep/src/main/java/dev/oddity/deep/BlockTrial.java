package dev.oddity.deep;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Arrays;

/** A pass of three rows through a block before anything trains: does it take them, and what does it give? */
final class BlockTrial {

    private static final int ROWS = 3;

    private BlockTrial() {}

    /**
     * Numbers a row that come out. Parameters without values are given some for the trial, of no generator; they are gone
     * with {@code manager}.
     *
     * @throws IllegalArgumentException if the block does not take the site's rows, gives something else than rows, mixes
     *     them, or breaks the site's limits
     */
    static int width(Site site, DjlBlock given, Block block, NDManager manager) {
        Shape rows = new Shape(ROWS).addAll(new Shape(site.row()));
        NDArray some = wave(manager, rows, 0.7);
        NDArray out;
        try {
            for (Parameter parameter : block.getParameters().values()) {
                if (!parameter.isInitialized()) {
                    parameter.setInitializer((owner, shape, type) -> values(owner, shape, parameter));
                }
            }
            block.initialize(manager, DataType.FLOAT32, rows);
            out = forward(block, some, manager);
        } catch (RuntimeException failure) {
            throw (IllegalArgumentException) site.refusal(
                            given,
                            "it does not take " + Site.spell(site.row()) + ", an array of " + rows + ": "
                                    + failure.getMessage())
                    .initCause(failure);
        }
        if (out.getShape().dimension() < 2 || out.getShape().get(0) != ROWS) {
            throw site.refusal(
                    given,
                    "it makes " + out.getShape() + " of " + rows
                            + "; rows must come out as its first axis, their numbers as" + " the others");
        }
        int width = Math.toIntExact(out.getShape().size() / ROWS);
        NDArray others = wave(manager, rows, 1.9);
        others.set(new NDIndex(0), some.get(0));
        float[] alone = forward(block, others, manager).toFloatArray();
        if (!Arrays.equals(out.toFloatArray(), 0, width, alone, 0, width)) {
            throw site.refusal(
                    given,
                    "it scores a row otherwise beside other rows; a score must depend on the row alone: let it mix the rows of"
                            + " a batch in training only");
        }
        if (!site.limits().biases()) {
            requireNothingOfNothing(site, given, block, manager.zeros(rows), manager);
        }
        if (!site.limits().batches()) {
            requireOwnGradient(site, given, block, some, manager);
        }
        return width;
    }

    /** In training no row may have a part in what comes out for another, and a gradient must itself have one. */
    private static void requireOwnGradient(Site site, DjlBlock given, Block block, NDArray rows, NDManager manager) {
        NDArray gradient;
        PyTorch.TRAINING.lock();
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            rows.setRequiresGradient(true);
            NDArray out = block.forward(new ParameterStore(manager, true), new NDList(rows), true)
                    .singletonOrThrow();
            NDArray first = out.get(0).flatten();
            NDArray head = wave(manager, first.getShape(), 2.3);
            head.setRequiresGradient(true);
            gradient = RowGradient.of(first.mul(head), rows);
            collector.backward(gradient.square().sum());
        } catch (RuntimeException failure) {
            throw (IllegalArgumentException) site.refusal(
                            given,
                            "the penalty holds the critic's gradient, of which the engine finds none here: "
                                    + failure.getMessage())
                    .initCause(failure);
        } finally {
            PyTorch.TRAINING.unlock();
        }
        float[] each = gradient.toFloatArray();
        for (int i = each.length / ROWS; i < each.length; i++) {
            if (each[i] != 0) {
                throw site.refusal(
                        given,
                        "in training it gives a row otherwise beside other rows, as batch norm does: "
                                + site.limits().why());
            }
        }
    }

    private static void requireNothingOfNothing(
            Site site, DjlBlock given, Block block, NDArray zeros, NDManager manager) {
        block.getParameters().stream()
                .filter(named -> BlockLayer.adds(named.getValue()))
                .findFirst()
                .ifPresent(named -> {
                    throw site.refusal(
                            given,
                            named.getKey() + " is a bias: " + site.limits().why());
                });
        for (float number : forward(block, zeros, manager).toFloatArray()) {
            if (number != 0) {
                throw site.refusal(
                        given,
                        "it gives " + number + " for a row of zeros: "
                                + site.limits().why());
            }
        }
    }

    private static NDArray forward(Block block, NDArray rows, NDManager manager) {
        return block.forward(new ParameterStore(manager, true), new NDList(rows), false)
                .singletonOrThrow();
    }

    /** Of a variance they are positive. */
    private static NDArray values(NDManager owner, Shape shape, Parameter parameter) {
        NDArray wave = wave(owner, shape, 1.3);
        return parameter.getType() == Parameter.Type.RUNNING_VAR ? wave.abs().add(0.5f) : wave;
    }

    private static NDArray wave(NDManager manager, Shape shape, double frequency) {
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(frequency * (i + 1));
        }
        return manager.create(values, shape);
    }
}
