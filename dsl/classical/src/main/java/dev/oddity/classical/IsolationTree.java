package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One grown tree of an {@link IsolationForest} as flat arrays, node by node; the first is the root. A node's two children
 * stand side by side: rows with a number at most {@code cut} in {@code column} go to {@code child}, others to the next.
 *
 * @param column the column that a node cuts, −1 at a leaf
 * @param cut the number at which it cuts
 * @param child where its first child stands; unused at a leaf
 * @param rows sampled rows that reached it
 */
record IsolationTree(int[] column, float[] cut, int[] child, int[] rows) {

    static IsolationTree grow(Features sample, Random random) {
        return new Growth(sample, random).tree();
    }

    /** The mean depth of an unsuccessful search in a binary tree of so many rows: equation 1 of the paper. */
    static double expectedDepth(int rows) {
        if (rows <= 2) {
            return rows == 2 ? 1 : 0;
        }
        return 2 * (Math.log(rows - 1.0) + .577_215_664_901_532_9) - 2 * (rows - 1.0) / rows;
    }

    /** Cuts depth first; the nodes of one tree are at most twice its rows. */
    private static final class Growth {

        private final float[] values;
        private final int width;
        private final Random random;
        private final int deepest;
        private final int[] order;
        private final int[] columns;
        private final int[] column;
        private final float[] cut;
        private final int[] child;
        private final int[] rows;
        private int nodes = 1;
        private float least;
        private float greatest;

        Growth(Features sample, Random random) {
            this.values = sample.values();
            this.width = sample.columns();
            this.random = random;
            int size = sample.rows();
            this.deepest = size < 2 ? 0 : 32 - Integer.numberOfLeadingZeros(size - 1);
            this.order = IntStream.range(0, size).toArray();
            this.columns = IntStream.range(0, width).toArray();
            this.column = new int[2 * size - 1];
            this.cut = new float[2 * size - 1];
            this.child = new int[2 * size - 1];
            this.rows = new int[2 * size - 1];
        }

        IsolationTree tree() {
            grow(0, 0, order.length, 0, columns.length);
            return new IsolationTree(
                    Arrays.copyOf(column, nodes),
                    Arrays.copyOf(cut, nodes),
                    Arrays.copyOf(child, nodes),
                    Arrays.copyOf(rows, nodes));
        }

        /**
         * @param from the node's rows stand in {@code order} from here
         * @param to up to here
         * @param varying so many of the first {@code columns} may vary among these rows: a column constant in a node is
         *     constant below it
         */
        private void grow(int node, int from, int to, int depth, int varying) {
            rows[node] = to - from;
            column[node] = -1;
            int left = depth < deepest && to - from > 1 ? varying : 0;
            while (left > 0) {
                int drawn = random.nextInt(left);
                int candidate = columns[drawn];
                range(candidate, from, to);
                if (least < greatest) {
                    column[node] = candidate;
                    cut[node] = between(least, greatest);
                    int middle = part(candidate, cut[node], from, to);
                    child[node] = nodes;
                    nodes += 2;
                    grow(child[node], from, middle, depth + 1, left);
                    grow(child[node] + 1, middle, to, depth + 1, left);
                    return;
                }
                left--;
                columns[drawn] = columns[left];
                columns[left] = candidate;
            }
        }

        private void range(int candidate, int from, int to) {
            least = Float.POSITIVE_INFINITY;
            greatest = Float.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                float value = values[order[i] * width + candidate];
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }

        /** At least {@code low} and below {@code high}, so that neither side is empty. */
        private float between(float low, float high) {
            float value = (float) (low + random.nextDouble() * ((double) high - low));
            return value < high ? value : low;
        }

        private int part(int candidate, float at, int from, int to) {
            int middle = from;
            for (int i = from; i < to; i++) {
                int row = order[i];
                if (values[row * width + candidate] <= at) {
                    order[i] = order[middle];
                    order[middle++] = row;
                }
            }
            return middle;
        }
    }
}
