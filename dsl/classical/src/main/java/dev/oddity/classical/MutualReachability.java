package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The distance of HDBSCAN*: max(core(x), core(y), ‖x − y‖), where core is the distance to the m-th nearest row, a row
 * itself being its first.
 *
 * @param rows those that were fitted
 * @param neighbour m
 * @param core of each of them
 */
record MutualReachability(Features rows, int neighbour, double[] core) {

    /**
     * Where a new row would join those fitted.
     *
     * @param row the fitted row that it reaches first
     * @param distance how far it is to there
     */
    record Touch(int row, double distance) {}

    static MutualReachability of(Features rows, int neighbour) {
        MutualReachability reach = new MutualReachability(rows, neighbour, new double[rows.rows()]);
        IntStream.range(0, rows.rows())
                .parallel()
                .forEach(row -> reach.core[row] = nth(reach.distances(rows, row), neighbour));
        return reach;
    }

    Touch touch(Features unseen, int row) {
        double[] distances = distances(unseen, row);
        // The row itself is its own first neighbour.
        double own = neighbour == 1 ? 0 : nth(distances, neighbour - 1);
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < distances.length; other++) {
            double reach = Math.max(own, Math.max(core[other], distances[other]));
            if (reach < least) {
                least = reach;
                nearest = other;
            }
        }
        return new Touch(nearest, least);
    }

    /**
     * For each row the least threshold at which it is in a component of at least m rows: single linkage over the minimum
     * spanning tree, shortest edge first.
     */
    double[] noiseLevels() {
        int count = rows.rows();
        double[] levels = core.clone();
        int[] component = IntStream.range(0, count).toArray();
        int[] next = component.clone();
        int[] size = new int[count];
        Arrays.fill(size, 1);
        for (Edge edge : spanningTree()) {
            int first = component[edge.from];
            int second = component[edge.to];
            int joined = size[first] + size[second];
            for (int part : new int[] {first, second}) {
                if (size[part] < neighbour && joined >= neighbour) {
                    each(next, part, row -> levels[row] = edge.length);
                }
            }
            int smaller = size[first] < size[second] ? first : second;
            int larger = first + second - smaller;
            each(next, smaller, row -> component[row] = larger);
            // Two rings become one when a step of each leads into the other.
            int step = next[smaller];
            next[smaller] = next[larger];
            next[larger] = step;
            size[larger] = joined;
        }
        return levels;
    }

    private record Edge(int from, int to, double length) {}

    /** Walks a component's ring once. */
    private static void each(int[] next, int start, IntConsumer visit) {
        int row = start;
        do {
            visit.accept(row);
            row = next[row];
        } while (row != start);
    }

    /** Prim's algorithm, from the first row. */
    private Edge[] spanningTree() {
        int count = rows.rows();
        double[] length = new double[count];
        Arrays.fill(length, Double.POSITIVE_INFINITY);
        int[] from = new int[count];
        boolean[] inside = new boolean[count];
        Edge[] edges = new Edge[count - 1];
        int current = 0;
        for (int edge = 0; edge < edges.length; edge++) {
            inside[current] = true;
            double[] distances = distances(rows, current);
            int nearest = -1;
            for (int row = 0; row < count; row++) {
                if (inside[row]) {
                    continue;
                }
                double reach = Math.max(distances[row], Math.max(core[current], core[row]));
                if (reach < length[row]) {
                    length[row] = reach;
                    from[row] = current;
                }
                if (nearest < 0 || length[row] < length[nearest]) {
                    nearest = row;
                }
            }
            edges[edge] = new Edge(from[nearest], nearest, length[nearest]);
            current = nearest;
        }
        Arrays.sort(edges, Comparator.comparingDouble(Edge::length));
        return edges;
    }

    private static double nth(double[] distances, int n) {
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(n, sorted.length) - 1];
    }

    private double[] distances(Features from, int row) {
        int columns = rows.columns();
        float[] values = rows.values();
        double[] distances = new double[rows.rows()];
        for (int other = 0, at = 0; other < distances.length; other++) {
            double squared = 0;
            for (int i = row * columns; i < (row + 1) * columns; i++, at++) {
                double difference = (double) from.values()[i] - values[at];
                squared += difference * difference;
            }
            distances[other] = Math.sqrt(squared);
        }
        return distances;
    }
}
