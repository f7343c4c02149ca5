package dev.oddity.classical;

import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All trees of an {@link IsolationForest}, one after the other in the same flat arrays; nodes as in {@link IsolationTree},
 * children counted from the start of the whole.
 */
final class IsolationTrees {

    private final int[] column;
    private final float[] cut;
    private final int[] child;
    private final int[] rows;
    private final int[] roots;
    private final int columns;
    /** What reaching a node says about depth: its own, and what is expected below where nothing was cut further. */
    private final double[] depths;

    private IsolationTrees(int[] column, float[] cut, int[] child, int[] rows, int[] roots, int columns) {
        this.column = column;
        this.cut = cut;
        this.child = child;
        this.rows = rows;
        this.roots = roots;
        this.columns = columns;
        this.depths = depths();
    }

    static IsolationTrees of(List<IsolationTree> trees, int columns) {
        int nodes = trees.stream().mapToInt(tree -> tree.rows().length).sum();
        int[] column = new int[nodes];
        float[] cut = new float[nodes];
        int[] child = new int[nodes];
        int[] rows = new int[nodes];
        int[] roots = new int[trees.size()];
        int from = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            IsolationTree grown = trees.get(tree);
            int length = grown.rows().length;
            roots[tree] = from;
            System.arraycopy(grown.column(), 0, column, from, length);
            System.arraycopy(grown.cut(), 0, cut, from, length);
            System.arraycopy(grown.rows(), 0, rows, from, length);
            for (int node = 0; node < length; node++) {
                child[from + node] = from + grown.child()[node];
            }
            from += length;
        }
        return new IsolationTrees(column, cut, child, rows, roots, columns);
    }

    static IsolationTrees of(ModelState state) {
        return new IsolationTrees(
                whole(state.tensor("column")),
                state.tensor("cut").floats(),
                whole(state.tensor("child")),
                whole(state.tensor("rows")),
                whole(state.tensor("roots")),
                whole(state.tensor("columns"))[0]);
    }

    ModelState state() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("column", numbers(column));
        tensors.put("cut", Tensor.of(cut));
        tensors.put("child", numbers(child));
        tensors.put("rows", numbers(rows));
        tensors.put("roots", numbers(roots));
        tensors.put("columns", numbers(new int[] {columns}));
        return new ModelState(tensors, Map.of());
    }

    int columns() {
        return columns;
    }

    double[] scores(Features scored) {
        double[] scores = depthSums(scored);
        double usual = roots.length * IsolationTree.expectedDepth(rows[roots[0]]);
        for (int row = 0; row < scores.length; row++) {
            // A single sampled row has no depth to expect: its score is that of a usual row.
            scores[row] = usual == 0 ? .5 : Math.pow(2, -scores[row] / usual);
        }
        return scores;
    }

    private double[] depthSums(Features scored) {
        float[] values = scored.values();
        double[] sums = new double[scored.rows()];
        // Tree by tree, so that one tree's nodes stay in the nearest cache for all rows of a chunk.
        for (int root : roots) {
            for (int row = 0, from = 0; row < sums.length; row++, from += columns) {
                int node = root;
                for (int at = column[node]; at >= 0; at = column[node]) {
                    node = child[node] + (values[from + at] > cut[node] ? 1 : 0);
                }
                sums[row] += depths[node];
            }
        }
        return sums;
    }

    /**
     * What each number takes off a row's expected depth, mean over the trees: a cut that leads from n rows to m of them
     * takes c(n) − 1 − c(m), which is credited to its column.
     */
    double[] contributions(Features explained) {
        double[] shares = new double[explained.values().length];
        IntStream.range(0, explained.rows())
                .parallel()
                .forEach(row -> explain(explained.values(), row * columns, shares));
        return shares;
    }

    private void explain(float[] values, int from, double[] shares) {
        for (int root : roots) {
            int node = root;
            for (int at = column[node]; at >= 0; at = column[node]) {
                int next = child[node] + (values[from + at] > cut[node] ? 1 : 0);
                double saved = IsolationTree.expectedDepth(rows[node]) - 1 - IsolationTree.expectedDepth(rows[next]);
                shares[from + at] += saved / roots.length;
                node = next;
            }
        }
    }

    private double[] depths() {
        double[] found = new double[rows.length];
        // Children stand behind their parents, so a parent's depth is known before it is needed.
        for (int node = 0; node < found.length; node++) {
            if (column[node] >= 0) {
                found[child[node]] = found[node] + 1;
                found[child[node] + 1] = found[node] + 1;
            } else {
                found[node] += IsolationTree.expectedDepth(rows[node]);
            }
        }
        return found;
    }

    private static Tensor numbers(int[] whole) {
        return Tensor.of(Arrays.stream(whole).asDoubleStream().toArray());
    }

    private static int[] whole(Tensor numbers) {
        return Arrays.stream(numbers.doubles()).mapToInt(number -> (int) number).toArray();
    }
}
