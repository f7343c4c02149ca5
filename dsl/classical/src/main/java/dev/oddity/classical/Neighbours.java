package dev.oddity.classical;

import com.oracle.labs.mlrg.olcut.util.Pair;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.List;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.neighbour.NeighboursQuery;
import org.tribuo.math.neighbour.bruteforce.NeighboursBruteForceFactory;

/**
 * Distances to the k nearest of kept rows, which are distinct and each stand for as many as they were repeated; the
 * largest of them, their mean or their median.
 */
final class Neighbours {

    private final KeptRows kept;
    private final int k;
    private final String combine;
    private final NeighboursQuery query;

    Neighbours(KeptRows kept, int k, String combine) {
        this.kept = kept;
        this.k = k;
        this.combine = combine;
        // The chunks of a parallel score are this query's threads: its own pool would hide a failure as a null.
        this.query = new NeighboursBruteForceFactory(new L2Distance(), 1).createNeighboursQuery(vectors(kept.rows()));
    }

    /** Of rows that are not among those kept, or are but may find themselves. */
    double[] distances(Features rows) {
        return distances(rows, 0);
    }

    /**
     * Of the rows that were fitted: those that were kept are left out of their own neighbours, those that a subsample
     * passed over are rows like any other.
     */
    double[] trainingDistances(Features train) {
        return kept.trainingScores(train, rows -> distances(rows, 1), this::distances);
    }

    /** @param leftOut how many of a row's nearest do not count: 1 where the row itself is one of them */
    private double[] distances(Features rows, int leftOut) {
        return query.query(vectors(rows), Math.min(k + leftOut, kept.counts().length)).stream()
                .mapToDouble(nearest -> distance(nearest, leftOut))
                .toArray();
    }

    private double distance(List<Pair<Integer, Double>> nearest, int leftOut) {
        double[] distances = new double[k];
        int seen = 0;
        double uncounted = leftOut;
        for (Pair<Integer, Double> neighbour : nearest) {
            double times = kept.counts()[neighbour.getA()] - uncounted;
            uncounted = 0;
            for (; times > 0 && seen < k; times--) {
                distances[seen++] = neighbour.getB();
            }
        }
        return seen == 0 ? 0 : combined(Arrays.copyOf(distances, seen));
    }

    /** @param ascending at least one */
    private double combined(double[] ascending) {
        int last = ascending.length - 1;
        return switch (combine) {
            case "mean" -> Arrays.stream(ascending).sum() / ascending.length;
            case "median" -> (ascending[last / 2] + ascending[(last + 1) / 2]) / 2;
            default -> ascending[last];
        };
    }

    /** (xⱼ − mⱼ)² of every number of every row, m the mean of its k nearest of those kept, repetitions counted. */
    double[] squaredDifferences(Features rows) {
        int columns = rows.columns();
        List<List<Pair<Integer, Double>>> nearest = query.query(vectors(rows), Math.min(k, kept.counts().length));
        double[] squared = new double[rows.values().length];
        double[] mean = new double[columns];
        for (int row = 0; row < nearest.size(); row++) {
            Arrays.fill(mean, 0);
            double seen = 0;
            for (Pair<Integer, Double> neighbour : nearest.get(row)) {
                double times = Math.min(kept.counts()[neighbour.getA()], k - seen);
                for (int column = 0; column < columns; column++) {
                    mean[column] += times * kept.rows().at(neighbour.getA(), column);
                }
                seen += times;
            }
            for (int column = 0; column < columns; column++) {
                double difference = rows.at(row, column) - mean[column] / seen;
                squared[row * columns + column] = difference * difference;
            }
        }
        return squared;
    }

    private static DenseVector[] vectors(Features rows) {
        DenseVector[] vectors = new DenseVector[rows.rows()];
        Arrays.setAll(vectors, row -> DenseVector.createDenseVector(FeaturesDataset.numbers(rows, row)));
        return vectors;
    }
}
