package dev.oddity.classical;

import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Binary decision trees as flat arrays, each tree's nodes in the order of a walk that goes left first: the left child of a
 * node is the next one. A row goes left where its number is below the threshold.
 */
final class DecisionTrees {

    private static final int LEAF = -1;

    private final int columns;
    private final int[] roots;
    private final int[] features;
    private final float[] thresholds;
    private final int[] rights;
    private final double[] values;

    private DecisionTrees(int columns, int[] roots, int[] features, float[] thresholds, int[] rights, double[] values) {
        this.columns = columns;
        this.roots = roots;
        this.features = features;
        this.thresholds = thresholds;
        this.rights = rights;
        this.values = values;
    }

    /**
     * The trees a state holds.
     *
     * @throws IllegalArgumentException if a walk over them could leave them or never end
     */
    static DecisionTrees of(ModelState state) {
        DecisionTrees trees = new DecisionTrees(
                (int) state.tensor("columns").doubles()[0],
                whole(state.tensor("roots")),
                whole(state.tensor("features")),
                state.tensor("thresholds").floats(),
                whole(state.tensor("rights")),
                state.tensor("values").doubles());
        trees.check();
        return trees;
    }

    private void check() {
        int nodes = features.length;
        boolean sound = thresholds.length == nodes
                && rights.length == nodes
                && values.length == nodes
                && Arrays.stream(roots).allMatch(root -> root >= 0 && root < nodes)
                && IntStream.range(0, nodes)
                        .filter(node -> features[node] != LEAF)
                        .allMatch(node -> features[node] >= 0
                                && features[node] < columns
                                && rights[node] > node + 1
                                && rights[node] < nodes);
        if (!sound) {
            throw new IllegalArgumentException("the trees in this model's file are broken: a node leads to no other;"
                    + " take the file from where it was saved again");
        }
    }

    Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("columns", Tensor.of(new double[] {columns}));
        tensors.put("roots", numbers(roots));
        tensors.put("features", numbers(features));
        tensors.put("thresholds", Tensor.of(thresholds));
        tensors.put("rights", numbers(rights));
        tensors.put("values", Tensor.of(values));
        return tensors;
    }

    int columns() {
        return columns;
    }

    int count() {
        return roots.length;
    }

    /** The value of the leaf that a row falls into. */
    double value(int tree, Features rows, int row) {
        int node = roots[tree];
        while (features[node] != LEAF) {
            node = rows.at(row, features[node]) < thresholds[node] ? node + 1 : rights[node];
        }
        return values[node];
    }

    /** The sum over all trees, tree by tree, so that one stays in a core's cache while the rows pass it. */
    double[] sums(Features rows) {
        double[] sums = new double[rows.rows()];
        for (int tree = 0; tree < roots.length; tree++) {
            for (int row = 0; row < sums.length; row++) {
                sums[row] += value(tree, rows, row);
            }
        }
        return sums;
    }

    private static Tensor numbers(int[] whole) {
        return Tensor.of(Arrays.stream(whole).asDoubleStream().toArray());
    }

    private static int[] whole(Tensor numbers) {
        return DoubleStream.of(numbers.doubles())
                .mapToInt(number -> (int) number)
                .toArray();
    }

    /** Takes trees node by node: of each its split, all of its left side, its right side. */
    static final class Builder {

        private final int columns;
        private int size;
        private int trees;
        private int[] roots = new int[64];
        private int[] features = new int[1024];
        private float[] thresholds = new float[1024];
        private int[] rights = new int[1024];
        private double[] values = new double[1024];

        Builder(int columns) {
            this.columns = columns;
        }

        /** Begins a tree; its root is the next node. */
        void tree() {
            roots = trees == roots.length ? Arrays.copyOf(roots, 2 * trees) : roots;
            roots[trees++] = size;
        }

        void leaf(double value) {
            int node = add(LEAF, 0);
            values[node] = value;
        }

        /** The left side follows. */
        int split(int feature, float threshold) {
            return add(feature, threshold);
        }

        /** The right side of that node follows. */
        void right(int node) {
            rights[node] = size;
        }

        private int add(int feature, float threshold) {
            if (size == features.length) {
                features = Arrays.copyOf(features, 2 * size);
                thresholds = Arrays.copyOf(thresholds, 2 * size);
                rights = Arrays.copyOf(rights, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            features[size] = feature;
            thresholds[size] = threshold;
            return size++;
        }

        DecisionTrees build() {
            return new DecisionTrees(
                    columns,
                    Arrays.copyOf(roots, trees),
                    Arrays.copyOf(features, size),
                    Arrays.copyOf(thresholds, size),
                    Arrays.copyOf(rights, size),
                    Arrays.copyOf(values, size));
        }
    }
}
