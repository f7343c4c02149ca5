package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A DJL block whose parameters are tensors of a {@link Layout}.
 *
 * @param row the shape in which a row comes in
 * @param width numbers a row that come out
 * @param learnt places by the parameter's id, {@code measured} likewise
 */
record BlockLayer(Block block, Shape row, int width, Map<String, Integer> learnt, Map<String, Integer> measured)
        implements Layer {

    static BlockLayer in(Site site, DjlBlock given) {
        Block block = given.make(site);
        Map<String, Layout.Start> starts = starts(site, given, block);
        Shape row = new Shape(site.row());
        int width;
        try (NDManager trial = PyTorch.open(ai.djl.Device.cpu())) {
            width = BlockTrial.width(site, given, block, trial);
        }
        Map<String, Integer> learnt = new LinkedHashMap<>();
        Map<String, Integer> measured = new LinkedHashMap<>();
        Layout layout = site.layout();
        for (Pair<String, Parameter> named : block.getParameters()) {
            Parameter parameter = named.getValue();
            String name = site.place() + "." + named.getKey();
            Layout.Start start = starts.getOrDefault(parameter.getId(), drawn(parameter.getInitializer()));
            long[] shape = parameter.getShape().getShape();
            if (parameter.requiresGradient()) {
                learnt.put(parameter.getId(), layout.learnt(name, start, shape));
            } else {
                measured.put(parameter.getId(), layout.measured(name, start, shape));
            }
        }
        layout.widest(Math.max(row.size(), width));
        return new BlockLayer(block, row, width, learnt, measured);
    }

    /** The values that parameters have, else what their initialisers will draw. */
    private static Map<String, Layout.Start> starts(Site site, DjlBlock given, Block block) {
        Map<String, Layout.Start> starts = new LinkedHashMap<>();
        for (Parameter parameter : block.getParameters().values()) {
            if (!parameter.isInitialized()) {
                starts.put(parameter.getId(), drawn(parameter.getInitializer()));
            } else if (parameter.getArray().isReleased()) {
                throw site.refusal(given, "it was given to another model; let the supplier make a new block each time");
            } else {
                float[] values = parameter.getArray().toFloatArray();
                starts.put(parameter.getId(), (slot, random, engine) -> values);
            }
        }
        return starts;
    }

    private static Layout.Start drawn(Initializer initializer) {
        return (slot, random, engine) -> {
            PyTorch.seed(random.nextLong());
            try (NDManager manager = engine.newSubManager()) {
                return initializer
                        .initialize(manager, new Shape(slot.shape()), DataType.FLOAT32)
                        .toFloatArray();
            }
        };
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        long count = rows.getShape().get(0);
        NDArray shaped = row.dimension() == 1 ? rows : rows.reshape(new Shape(count).addAll(row));
        boolean training = pass.training() && count > 1;
        NDArray out = block.forward(new PassStore(pass, learnt, measured), new NDList(shaped), training)
                .singletonOrThrow();
        return out.getShape().dimension() == 2 ? out : out.reshape(count, width);
    }

    /** The kinds of parameter that add what does not depend on the row. */
    static boolean adds(Parameter parameter) {
        return List.of(Parameter.Type.BIAS, Parameter.Type.BETA).contains(parameter.getType());
    }
}
